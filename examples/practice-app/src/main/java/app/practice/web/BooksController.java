package app.practice.web;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.sync.FindingCause;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Whether both sides agree, and what to do where they do not. */
@Controller
class BooksController {
    private static final List<RecordKind> KINDS =
            List.of(RecordKind.CLIENT, RecordKind.SERVICE_ITEM, RecordKind.INVOICE, RecordKind.PAYMENT);

    private final QuickBooks quickBooks;

    BooksController(QuickBooks quickBooks) {
        this.quickBooks = quickBooks;
    }

    @GetMapping("/problems")
    String problems(@ModelAttribute("firm") TenantId firm, Model model) {
        Company company = quickBooks.company(firm);
        Map<ProblemGroup, List<SyncStatus>> groups = new LinkedHashMap<>();
        for (ProblemGroup group : company.problems()) {
            groups.put(group, company.records(group, null, 50).records());
        }
        List<SyncStatus> conflicts = new ArrayList<>();
        KINDS.forEach(kind -> conflicts.addAll(
                company.records(kind, SyncState.CONFLICT, null, 50).records()));
        model.addAttribute("groups", groups);
        model.addAttribute("conflicts", conflicts);
        return "problems";
    }

    @PostMapping("/problems/retry")
    String retry(@ModelAttribute("firm") TenantId firm) {
        quickBooks.company(firm).retryAll();
        return "redirect:/problems";
    }

    @PostMapping("/records/{kind}/{id}/resolve")
    String resolve(
            @ModelAttribute("firm") TenantId firm,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam Side side) {
        Company company = quickBooks.company(firm);
        LocalId local = LocalId.of(id);
        switch (kind) {
            case "client" -> company.clients().resolve(local, side);
            case "service_item" -> company.serviceItems().resolve(local, side);
            case "invoice" -> company.invoices().resolve(local, side);
            case "payment" -> company.payments().resolve(local, side);
            default -> throw new IllegalArgumentException("No such kind of record: " + kind);
        }
        return "redirect:/problems";
    }

    @GetMapping("/tie-out")
    String tieOut(@ModelAttribute("firm") TenantId firm, Model model) {
        model.addAttribute("tieOut", quickBooks.company(firm).tieOut());
        return "tie-out";
    }

    @PostMapping("/tie-out/repair")
    String repair(@ModelAttribute("firm") TenantId firm, @RequestParam String kind, @RequestParam String id) {
        Company company = quickBooks.company(firm);
        for (TieOut.Difference difference : company.tieOut().differences()) {
            if (difference.kind().word().equals(kind) && difference.localId().value().equals(id)) {
                company.repair(difference);
            }
        }
        return "redirect:/tie-out";
    }

    @GetMapping("/tie-out/certificate.json")
    ResponseEntity<String> certificate(@ModelAttribute("firm") TenantId firm) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=certificate.json")
                .body(quickBooks.company(firm).tieOut().certificate().toJson());
    }

    @GetMapping("/settings")
    String settings(@ModelAttribute("firm") TenantId firm, Model model) {
        Company company = quickBooks.company(firm);
        model.addAttribute("settings", company.settings());
        model.addAttribute("findings", company.health().usable() ? company.doctor().findings() : List.of());
        return "settings";
    }

    @PostMapping("/settings")
    String save(
            @ModelAttribute("firm") TenantId firm,
            @RequestParam(defaultValue = "false") boolean createThere,
            @RequestParam(defaultValue = "false") boolean editThere,
            @RequestParam(defaultValue = "false") boolean createHere,
            @RequestParam(defaultValue = "false") boolean editHere,
            @RequestParam(defaultValue = "") String startDate) {
        Company company = quickBooks.company(firm);
        SyncSettings settings = company.settings();
        KindSettings clients = settings.clients()
                .withCreateInQuickBooks(createThere)
                .withEditInQuickBooks(editThere)
                .withCreateInApp(createHere)
                .withEditInApp(editHere);
        company.settings(
                settings.withClients(clients).withStartDate(startDate.isBlank() ? null : LocalDate.parse(startDate)));
        return "redirect:/settings";
    }

    @PostMapping("/settings/fix")
    String fix(@ModelAttribute("firm") TenantId firm, @RequestParam FindingCause cause) {
        quickBooks.company(firm).fix(cause);
        return "redirect:/settings";
    }

    @GetMapping("/operations")
    String operations(@ModelAttribute("firm") TenantId firm, Model model) {
        model.addAttribute("overview", quickBooks.company(firm).overview());
        model.addAttribute("usage", quickBooks.company(firm).usage(YearMonth.now(ZoneOffset.UTC)));
        return "operations";
    }
}
