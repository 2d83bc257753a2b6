package app.practice.web;

import app.practice.practice.Documents;
import app.practice.practice.Practice;
import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.qbo.sync.SearchBy;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Clients: the list, the form, and the dialog of one client with QuickBooks. */
@Controller
class ClientController {
    private final Practice practice;
    private final QuickBooks quickBooks;

    ClientController(Practice practice, QuickBooks quickBooks) {
        this.practice = practice;
        this.quickBooks = quickBooks;
    }

    @GetMapping("/clients")
    String list(@ModelAttribute("firm") TenantId firm, Model model) {
        List<Client> clients = practice.clients(firm);
        model.addAttribute("clients", clients);
        model.addAttribute(
                "statuses",
                practice.statuses(firm, RecordKind.CLIENT, clients.stream().map(Client::id).toList()));
        return "clients";
    }

    @PostMapping("/clients")
    String add(
            @ModelAttribute("firm") TenantId firm,
            @RequestParam String displayName,
            @RequestParam String email,
            @RequestParam(defaultValue = "false") boolean on) {
        Client client = Client.builder(Documents.fresh("c"), displayName)
                .emails(email.isBlank() ? List.of() : List.of(email))
                .build();
        if (on) {
            practice.save(firm, client);
        } else {
            practice.saveKeptOut(firm, client);
        }
        return "redirect:/clients/" + client.id().value();
    }

    @GetMapping("/clients/{id}")
    String one(
            @ModelAttribute("firm") TenantId firm,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String match,
            Model model) {
        Client client = practice.client(firm, LocalId.of(id));
        Company company = quickBooks.company(firm);
        ClientSync clients = company.clients();
        model.addAttribute("client", client);
        boolean connected = practice.isConnected(firm);
        model.addAttribute("status", connected ? clients.status(client.id()) : null);
        model.addAttribute("on", !connected || clients.isOn(client.id()));
        model.addAttribute("link", connected ? company.linkTo(RecordKind.CLIENT, client.id()).orElse(null) : null);
        model.addAttribute("q", q);
        if (!q.isBlank()) {
            model.addAttribute("page", clients.search(q, SearchBy.ALL, 0, 10));
        }
        if (!match.isBlank()) {
            model.addAttribute("preview", clients.previewMatch(client, RemoteId.of(match)).orElse(null));
        }
        return "client";
    }

    @PostMapping("/clients/{id}")
    String save(
            @ModelAttribute("firm") TenantId firm,
            @PathVariable String id,
            @RequestParam String displayName,
            @RequestParam String email) {
        Client client = practice.client(firm, LocalId.of(id));
        practice.save(
                firm,
                client.toBuilder()
                        .displayName(displayName)
                        .emails(email.isBlank() ? List.of() : List.of(email))
                        .build());
        return "redirect:/clients/" + id;
    }

    @PostMapping("/clients/{id}/match")
    String match(
            @ModelAttribute("firm") TenantId firm,
            @PathVariable String id,
            @RequestParam String customer,
            RedirectAttributes next) {
        Client client = practice.client(firm, LocalId.of(id));
        MatchOutcome outcome = quickBooks.company(firm).clients().match(client, RemoteId.of(customer));
        next.addFlashAttribute("message", words(outcome));
        return "redirect:/clients/" + id;
    }

    private static String words(MatchOutcome outcome) {
        if (outcome instanceof MatchOutcome.Matched) {
            return "Matched.";
        }
        if (outcome instanceof MatchOutcome.Taken) {
            return "Another client has this customer already.";
        }
        if (outcome instanceof MatchOutcome.AlreadyMatched) {
            return "The client is matched already: unmatch it first.";
        }
        return outcome instanceof MatchOutcome.NotThere ? "QuickBooks has no such customer." : "It is under way.";
    }

    @PostMapping("/clients/{id}/create")
    String create(
            @ModelAttribute("firm") TenantId firm,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes next) {
        Client client = practice.client(firm, LocalId.of(id));
        ClientSync clients = quickBooks.company(firm).clients();
        CreateOutcome outcome = name.isBlank() ? clients.createInQuickBooks(client) : clients.createInQuickBooks(client, name);
        if (outcome instanceof CreateOutcome.NameTaken taken) {
            next.addFlashAttribute("message", "The name belongs to " + taken.holder() + ". Choose another:");
            next.addFlashAttribute("suggestions", taken.suggestions());
        } else {
            next.addFlashAttribute(
                    "message", outcome instanceof CreateOutcome.Created ? "Created in QuickBooks." : "Not created yet.");
        }
        return "redirect:/clients/" + id;
    }

    @PostMapping("/clients/{id}/unmatch")
    String unmatch(@ModelAttribute("firm") TenantId firm, @PathVariable String id, Principal user, RedirectAttributes next) {
        quickBooks.company(firm).clients().unmatch(LocalId.of(id), user.getName());
        next.addFlashAttribute("message", "Unmatched.");
        next.addFlashAttribute("undo", true);
        return "redirect:/clients/" + id;
    }

    @PostMapping("/clients/{id}/undo")
    String undo(@ModelAttribute("firm") TenantId firm, @PathVariable String id, RedirectAttributes next) {
        next.addFlashAttribute(
                "message", words(quickBooks.company(firm).clients().undoUnmatch(LocalId.of(id))));
        return "redirect:/clients/" + id;
    }

    @PostMapping("/clients/{id}/toggle")
    String toggle(@ModelAttribute("firm") TenantId firm, @PathVariable String id, @RequestParam boolean on) {
        quickBooks.company(firm).clients().toggle(practice.client(firm, LocalId.of(id)), on);
        return "redirect:/clients/" + id;
    }
}
