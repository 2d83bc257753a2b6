package dev.tieout.examples.benchmarks.matching.data;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.items.ItemRecord;
import dev.tieout.model.ServiceItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two catalogues of one firm, and which services are the same. Of ten services eight are on both sides; names are typed
 * anew, codes lost, rates changed, and look-alikes differ by a form, a tier, a year or a place.
 *
 * <p>Immutable.
 *
 * @param items the app's items
 * @param records QuickBooks' items
 * @param truth the pairs
 */
public record Catalogue(List<ServiceItem> items, List<ItemRecord> records, Map<LocalId, RemoteId> truth) {
    private static final String[] FORMS =
            "1040 1040-X 1040-SR 1120 1120-S 1065 1041 990 706 709 5500 1099 W-2 941 940".split(" ");
    private static final String[] FORM_WORK = {"Tax Return", "Return Preparation", "Extension", "Review", "Filing"};
    private static final String[] WORK = ("Bookkeeping,Payroll Processing,Accounts Payable,Accounts Receivable,"
                    + "Bank Reconciliation,Financial Statements,Sales Tax Filing,CFO Advisory,Business Valuation,"
                    + "Budget Forecasting,Trust Administration,Estate Planning,Contract Drafting,Trademark Search,"
                    + "Mediation,Logo Design,Website Hosting,Content Writing,Video Editing,Inventory Count,"
                    + "QuickBooks Training,Software Migration,Internal Controls,Grant Reporting,Audit Support,"
                    + "Entity Formation,Registered Agent,Notary,Fraud Investigation,Lawn Mowing,Pest Control")
            .split(",");
    private static final String[] TIMES = {"Monthly", "Quarterly", "Annual", "Weekly", "2024", "2025", "2026"};
    private static final String[] TIERS = {"Basic", "Standard", "Premium", "Gold", "Level 1", "Level 2", "Level 3"};
    private static final String[] PLACES = {"Federal", "State", "County", "Onsite", "Remote", "Rush"};
    private static final String[] CATEGORIES = {"Tax", "Advisory", "Compliance", "Legal", "Projects"};

    public Catalogue {
        items = List.copyOf(items);
        records = List.copyOf(records);
        truth = Map.copyOf(truth);
    }

    /**
     * Invents catalogues.
     *
     * @param seed the seed
     * @param size how many different services there are
     * @return the catalogues
     */
    public static Catalogue invent(long seed, int size) {
        return new Inventor(new Random(seed)).invent(size);
    }

    private static final class Inventor {
        private final Random random;
        private final List<ServiceItem> items = new ArrayList<>();
        private final List<ItemRecord> records = new ArrayList<>();
        private final Map<LocalId, RemoteId> truth = new HashMap<>();

        Inventor(Random random) {
            this.random = random;
        }

        Catalogue invent(int size) {
            Set<String> names = new LinkedHashSet<>();
            while (names.size() < size) {
                names.add(name());
            }
            names.forEach(this::place);
            Collections.shuffle(items, random);
            Collections.shuffle(records, random);
            return new Catalogue(items, records, truth);
        }

        private void place(String name) {
            double fate = random.nextDouble();
            String code = chance(0.4) ? code(name) : null;
            BigDecimal rate = BigDecimal.valueOf(25L * (1 + random.nextInt(60)));
            if (fate < 0.8) {
                truth.put(
                        item(name, code, rate), record(retyped(name), chance(0.3) ? null : code, changed(rate), true));
            } else if (fate < 0.9) {
                item(name, code, rate);
            } else {
                record(retyped(name), code, rate, true);
            }
            if (chance(0.02)) {
                record(name + " (deleted)", code, rate, false);
            }
        }

        private String name() {
            String name = chance(0.35) ? pick(FORMS) + " " + pick(FORM_WORK) : pick(WORK);
            name += chance(0.5) ? " - " + pick(TIMES) : "";
            name += chance(0.5) ? " - " + pick(TIERS) : "";
            return name + (chance(0.35) ? " (" + pick(PLACES) + ")" : "");
        }

        private String retyped(String name) {
            double kind = random.nextDouble();
            String typed = name;
            if (kind < 0.09) {
                typed = name.toUpperCase(Locale.ROOT);
            } else if (kind < 0.15) {
                typed = name.replace(" - ", " ").replace("(", "").replace(")", "");
            } else if (kind < 0.18 && name.contains(" - ")) {
                List<String> parts = new ArrayList<>(List.of(name.split(" - ")));
                Collections.rotate(parts, 1);
                typed = String.join(", ", parts);
            } else if (kind < 0.23) {
                typed = name.replace("Preparation", "Prep")
                        .replace("Quarterly", "Qtrly")
                        .replace("Accounts", "Accts");
            } else if (kind < 0.245) {
                typed = mistyped(name);
            } else if (kind < 0.27) {
                typed = "Form " + name + " Services";
            }
            return chance(0.25) ? pick(CATEGORIES) + ":" + typed : typed;
        }

        private String mistyped(String name) {
            int end = name.indexOf(' ') < 0 ? name.length() : name.indexOf(' ');
            if (end < 6 || !Character.isLetter(name.charAt(0))) {
                return name;
            }
            int at = 2 + random.nextInt(end - 3);
            return name.substring(0, at) + name.substring(at + 1);
        }

        private String code(String name) {
            StringBuilder code = new StringBuilder();
            for (String word : name.split("[^A-Za-z0-9]+")) {
                code.append(word, 0, Math.min(3, word.length())).append('-');
            }
            return code.append(10 + random.nextInt(90)).toString().toUpperCase(Locale.ROOT);
        }

        private BigDecimal changed(BigDecimal rate) {
            return chance(0.2) ? rate.add(BigDecimal.TEN) : rate;
        }

        private LocalId item(String name, @Nullable String code, BigDecimal rate) {
            LocalId id = LocalId.of("S" + (items.size() + 1));
            items.add(ServiceItem.builder(id, name).code(code).rate(rate).build());
            return id;
        }

        private RemoteId record(String fullName, @Nullable String code, BigDecimal rate, boolean active) {
            RemoteId id = RemoteId.of(String.valueOf(records.size() + 1));
            records.add(ItemRecord.builder(id, fullName.substring(fullName.indexOf(':') + 1))
                    .fullyQualifiedName(fullName)
                    .sku(code)
                    .unitPrice(rate)
                    .active(active)
                    .type("Service")
                    .build());
            return id;
        }

        private boolean chance(double rate) {
            return random.nextDouble() < rate;
        }

        private String pick(String[] from) {
            return from[random.nextInt(from.length)];
        }
    }
}
