package app.practice.web;

import app.practice.practice.Documents;
import app.practice.practice.Practice;
import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.model.ServiceItem;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the firm sells. */
@Controller
class ServiceController {
    private final Practice practice;

    ServiceController(Practice practice) {
        this.practice = practice;
    }

    @GetMapping("/services")
    String list(@ModelAttribute("firm") TenantId firm, Model model) {
        List<ServiceItem> services = practice.services(firm);
        model.addAttribute("services", services);
        model.addAttribute(
                "statuses",
                practice.statuses(firm, RecordKind.SERVICE_ITEM, services.stream().map(ServiceItem::id).toList()));
        return "services";
    }

    @PostMapping("/services")
    String add(@ModelAttribute("firm") TenantId firm, @RequestParam String name, @RequestParam BigDecimal rate) {
        practice.save(firm, ServiceItem.builder(Documents.fresh("s"), name).rate(rate).build());
        return "redirect:/services";
    }

    @PostMapping("/services/{id}")
    String save(
            @ModelAttribute("firm") TenantId firm,
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam BigDecimal rate) {
        ServiceItem item = practice.service(firm, LocalId.of(id));
        practice.save(firm, item.toBuilder().name(name).rate(rate).build());
        return "redirect:/services";
    }
}
