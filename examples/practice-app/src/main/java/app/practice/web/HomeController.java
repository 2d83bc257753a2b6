package app.practice.web;

import dev.tieout.TenantId;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.ConnectOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first page, and the connection with QuickBooks. */
@Controller
class HomeController {
    private static final String STATE = "quickbooks.state";

    private final QuickBooks quickBooks;

    HomeController(QuickBooks quickBooks) {
        this.quickBooks = quickBooks;
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in";
    }

    @GetMapping("/")
    String home(@ModelAttribute("firm") TenantId firm, Model model) {
        Company company = quickBooks.company(firm);
        boolean connected = company.health().realm().isPresent();
        model.addAttribute("overview", connected ? company.overview() : null);
        model.addAttribute("problems", connected ? company.problems() : List.of());
        model.addAttribute("usage", company.usage(YearMonth.now(ZoneOffset.UTC)));
        return "home";
    }

    @PostMapping("/quickbooks/connect")
    String connect(@ModelAttribute("firm") TenantId firm, HttpSession session) {
        AuthorizationRequest request = quickBooks.connections().authorize(firm);
        session.setAttribute(STATE, request.state());
        return "redirect:" + request.url();
    }

    @GetMapping("/quickbooks/callback")
    String callback(
            @ModelAttribute("firm") TenantId firm,
            HttpServletRequest request,
            HttpSession session,
            RedirectAttributes next) {
        String state = (String) session.getAttribute(STATE);
        session.removeAttribute(STATE);
        ConnectOutcome outcome = quickBooks.connections().complete(firm, state, request.getQueryString());
        next.addFlashAttribute("message", words(outcome));
        return "redirect:/";
    }

    private static String words(ConnectOutcome outcome) {
        if (outcome instanceof ConnectOutcome.Connected) {
            return "Connected. The setup is next: bring the two lists of clients together.";
        }
        if (outcome instanceof ConnectOutcome.CompanyTaken) {
            return "This company of QuickBooks is connected with another firm already.";
        }
        if (outcome instanceof ConnectOutcome.OtherCompanyChosen) {
            return "This firm is connected with another company. Choose that one, or disconnect first.";
        }
        if (outcome instanceof ConnectOutcome.Refused) {
            return "Nothing was connected: the request was turned down in QuickBooks.";
        }
        return "The connection was not made. Start again from this page.";
    }

    @PostMapping("/quickbooks/disconnect")
    String disconnect(@ModelAttribute("firm") TenantId firm) {
        quickBooks.company(firm).disconnect();
        return "redirect:/";
    }

    @PostMapping("/quickbooks/look")
    String look(@ModelAttribute("firm") TenantId firm) {
        quickBooks.company(firm).lookAgain();
        return "redirect:/";
    }
}
