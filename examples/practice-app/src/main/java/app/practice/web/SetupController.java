package app.practice.web;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.setup.Applying;
import dev.tieout.qbo.setup.ServiceItemPlan;
import dev.tieout.qbo.setup.Setup;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupStep;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The wizard: clients, then service items, then payments. */
@Controller
class SetupController {
    private static final String SHOWN = "setup.clients";

    private final QuickBooks quickBooks;

    SetupController(QuickBooks quickBooks) {
        this.quickBooks = quickBooks;
    }

    @GetMapping("/setup")
    String overview(@ModelAttribute("firm") TenantId firm, Model model) {
        Setup setup = quickBooks.company(firm).setup();
        model.addAttribute("state", setup.state());
        model.addAttribute("runs", setup.runs());
        return "setup";
    }

    @GetMapping("/setup/clients")
    String clients(@ModelAttribute("firm") TenantId firm, HttpSession session, Model model) {
        SetupPlan plan = quickBooks.company(firm).setup().resume().plan();
        session.setAttribute(SHOWN, plan.toJson());
        model.addAttribute("plan", plan);
        model.addAttribute("cost", plan.cost());
        return "setup-clients";
    }

    /** What comes back of each client: {@code link:58}, {@code create}, {@code skip} or {@code keep-out}. */
    @PostMapping("/setup/clients")
    String applyClients(
            @ModelAttribute("firm") TenantId firm,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "false") boolean newInApp,
            HttpSession session,
            Principal user) {
        Setup setup = quickBooks.company(firm).setup();
        String shown = (String) session.getAttribute(SHOWN);
        if (shown == null) {
            return "redirect:/setup/clients";
        }
        session.removeAttribute(SHOWN);
        // What was laid before the person, not what is there by now; each record is looked at again when it is carried out.
        SetupPlan plan = SetupPlan.fromJson(shown);
        for (Map.Entry<String, String> field : form.entrySet()) {
            if (field.getKey().startsWith("client.")) {
                plan = decided(plan, LocalId.of(field.getKey().substring("client.".length())), field.getValue());
            }
        }
        SetupReport report =
                setup.apply(newInApp ? plan.createNewInApp() : plan, Applying.standard().by(user.getName()));
        return "redirect:/setup/runs/" + report.run().id();
    }

    private static SetupPlan decided(SetupPlan plan, LocalId client, String choice) {
        if (choice.startsWith("link:")) {
            return plan.link(client, RemoteId.of(choice.substring("link:".length())));
        }
        return switch (choice) {
            case "create" -> plan.createInQuickBooks(client);
            case "keep-out" -> plan.keepOut(client);
            case "skip" -> plan.skip(client);
            default -> throw new IllegalArgumentException("No such choice: " + choice);
        };
    }

    @GetMapping("/setup/services")
    String services(@ModelAttribute("firm") TenantId firm, Model model) {
        Company company = quickBooks.company(firm);
        model.addAttribute("plan", company.setup().serviceItems().preview());
        model.addAttribute("accounts", company.catalog().incomeAccounts());
        return "setup-services";
    }

    @PostMapping("/setup/services")
    String applyServices(@ModelAttribute("firm") TenantId firm, @RequestParam String account, Principal user) {
        Company company = quickBooks.company(firm);
        company.settings(company.settings().withIncomeAccount(RemoteId.of(account)));
        ServiceItemPlan plan = company.setup().serviceItems().preview();
        SetupReport report = company.setup()
                .serviceItems()
                .apply(plan.createUnmatchedInQuickBooks(), Applying.standard().by(user.getName()));
        return "redirect:/setup/runs/" + report.run().id();
    }

    @PostMapping("/setup/payments")
    String payments(@ModelAttribute("firm") TenantId firm, @RequestParam boolean skip, Principal user) {
        Setup setup = quickBooks.company(firm).setup();
        Applying by = Applying.standard().by(user.getName());
        if (skip) {
            setup.skip(SetupStep.PAYMENTS, by);
        } else {
            setup.complete(SetupStep.PAYMENTS, by);
        }
        return "redirect:/setup";
    }

    @GetMapping("/setup/runs/{run}")
    String run(@ModelAttribute("firm") TenantId firm, @PathVariable String run, Model model) {
        Setup setup = quickBooks.company(firm).setup();
        model.addAttribute("report", report(setup, run));
        return "setup-run";
    }

    @GetMapping("/setup/runs/{run}/undo")
    String planUndo(@ModelAttribute("firm") TenantId firm, @PathVariable String run, Model model) {
        model.addAttribute("undo", quickBooks.company(firm).setup().planUndo(run));
        return "setup-undo";
    }

    @PostMapping("/setup/runs/{run}/undo")
    String undo(@ModelAttribute("firm") TenantId firm, @PathVariable String run, Principal user, Model model) {
        Setup setup = quickBooks.company(firm).setup();
        model.addAttribute("undo", setup.undo(setup.planUndo(run), Applying.standard().by(user.getName())));
        return "setup-undo";
    }

    @GetMapping("/setup/runs/{run}/report.csv")
    ResponseEntity<String> csv(@ModelAttribute("firm") TenantId firm, @PathVariable String run) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv"))
                .header("Content-Disposition", "attachment; filename=setup.csv")
                .body(report(quickBooks.company(firm).setup(), run).toCsv());
    }

    private static SetupReport report(Setup setup, String run) {
        return setup.report(run).orElseThrow(() -> new IllegalArgumentException("There is no such run."));
    }
}
