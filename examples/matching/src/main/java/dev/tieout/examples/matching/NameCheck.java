package dev.tieout.examples.matching;

import dev.tieout.examples.matching.Table.Row;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.matching.names.NameSuggestion;
import dev.tieout.matching.names.NameSuggestions;
import dev.tieout.matching.names.NameUse;
import dev.tieout.matching.names.NamesInUse;
import dev.tieout.model.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Knows which display names customers, vendors and employees hold. */
final class NameCheck {
    private final NamesInUse names = new NamesInUse();

    NameCheck(Path file, Iterable<CustomerRecord> customers) {
        for (NameUse use : new Table(file, List.of("kind", "id", "display_name")).rows(NameCheck::use)) {
            names.put(use);
        }
        for (CustomerRecord q : customers) {
            names.put(new NameUse(NameUse.Owner.CUSTOMER, q.id().value(), q.displayName(), q.active()));
        }
    }

    private static NameUse use(Row row) {
        String kind = row.get("kind").trim().toUpperCase(Locale.ROOT);
        NameUse.Owner owner = switch (kind) {
            case "VENDOR" -> NameUse.Owner.VENDOR;
            case "EMPLOYEE" -> NameUse.Owner.EMPLOYEE;
            case "CUSTOMER" -> NameUse.Owner.CUSTOMER;
            default -> throw row.bad("kind", "is none of VENDOR, EMPLOYEE, CUSTOMER");
        };
        return new NameUse(owner, row.get("id"), row.get("display_name"), row.flag("active", true));
    }

    boolean taken(Client client) {
        return !names.isFree(client.displayName());
    }

    List<String> proposals(Client client) {
        return NameSuggestions.over(names).suggest(client, 3).stream()
                .map(NameSuggestion::name)
                .toList();
    }
}
