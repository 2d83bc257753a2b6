package app.practice.web;

import app.practice.practice.Firms;
import app.practice.practice.Practice.NotFound;
import dev.tieout.TenantId;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.Connection;
import dev.tieout.qbo.fault.NotConnectedException;
import dev.tieout.qbo.fault.QboException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What every page shows, and what it says when something is in the way. */
@ControllerAdvice
class Pages {
    private final QuickBooks quickBooks;
    private final Firms firms;

    Pages(QuickBooks quickBooks, Firms firms) {
        this.quickBooks = quickBooks;
        this.firms = firms;
    }

    @ModelAttribute("firm")
    TenantId firm(Principal user) {
        return user == null ? null : firms.of(user);
    }

    @ModelAttribute("user")
    String user(Principal user) {
        return user == null ? null : user.getName();
    }

    /** Whether to show what only an administrator may do. */
    @ModelAttribute("admin")
    boolean admin(HttpServletRequest request) {
        return request.isUserInRole("ADMIN");
    }

    @ModelAttribute("connection")
    Connection connection(Principal user) {
        return user == null ? null : quickBooks.company(firms.of(user)).health();
    }

    @ExceptionHandler(NotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing(NotFound missing, Model model) {
        model.addAttribute("message", missing.getMessage());
        return "problem";
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(IllegalArgumentException bad, Model model) {
        model.addAttribute("message", bad.getMessage());
        return "problem";
    }

    @ExceptionHandler(NotConnectedException.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String notConnected(Model model) {
        model.addAttribute("message", "This firm is not connected with QuickBooks. An administrator connects it on the first page.");
        return "problem";
    }

    @ExceptionHandler(QboException.class)
    @ResponseStatus(HttpStatus.BAD_GATEWAY)
    String away(QboException away, Model model) {
        model.addAttribute("message", "QuickBooks did not do it: " + away.getMessage());
        return "problem";
    }
}
