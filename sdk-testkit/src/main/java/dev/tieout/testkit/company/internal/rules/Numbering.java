package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import java.util.HashMap;
import java.util.Map;

/** Sets the counters of document numbers behind the last transaction of a loaded company (QuickBooks fact E12.5). */
public final class Numbering {
    private Numbering() {}

    /** The transaction created last decides, not the greatest number. */
    public static void catchUp(Books books) {
        Map<String, Long> newest = new HashMap<>();
        for (EntityKind kind : EntityKind.values()) {
            String counter = DocNumberRules.counter(kind);
            if (counter == null) {
                continue;
            }
            for (JsonObject record : books.table(kind).inOrder()) {
                String id = record.text("Id", "");
                String number = record.text("DocNumber");
                long order = id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
                if (number != null && order > newest.getOrDefault(counter, -1L)) {
                    newest.put(counter, order);
                    books.lastNumbers().put(counter, number);
                }
            }
        }
    }
}
