package dev.tieout.matching.items;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
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

/**
 * Two catalogues of one firm as they grow apart over the years: categories, word order, short forms, typing errors, codes
 * written in two ways, changed rates, services that only one side has, and look-alikes of those that both have.
 */
final class CatalogueGenerator {
    private static final String[] FORMS = {
        "1040",
        "1040-X",
        "1040-SR",
        "1040-NR",
        "1120",
        "1120-S",
        "1065",
        "1041",
        "990",
        "990-EZ",
        "706",
        "709",
        "5500",
        "1099-NEC",
        "1099-MISC",
        "W-2",
        "941",
        "940",
        "8606",
        "2553"
    };
    private static final String[] FORM_WORK = {
        "Tax Return", "Return Preparation", "Amended Return", "Extension", "Review", "Filing", "Notice Response"
    };
    private static final String[] WORK = {
        "Bookkeeping",
        "Payroll Processing",
        "Accounts Payable",
        "Accounts Receivable",
        "Bank Reconciliation",
        "Financial Statements",
        "Sales Tax Filing",
        "CFO Advisory",
        "Business Valuation",
        "Budget Forecasting",
        "Trust Administration",
        "Estate Planning",
        "Contract Drafting",
        "Lease Review",
        "Trademark Search",
        "Deposition",
        "Mediation",
        "Immigration Petition",
        "Search Engine Optimization",
        "Logo Design",
        "Website Hosting",
        "Content Writing",
        "Email Campaign",
        "Video Editing",
        "Furnace Inspection",
        "Lawn Mowing",
        "Gutter Cleaning",
        "Window Washing",
        "Pest Control",
        "Duct Cleaning",
        "Inventory Count",
        "QuickBooks Training",
        "Software Migration",
        "Internal Controls",
        "Grant Reporting",
        "Audit Support",
        "Entity Formation",
        "Registered Agent",
        "Notary",
        "Fraud Investigation"
    };
    private static final String[] TIERS = {
        "Basic", "Standard", "Premium", "Gold", "Silver", "Level 1", "Level 2", "Level 3"
    };
    private static final String[] TIMES = {"Monthly", "Quarterly", "Annual", "Weekly", "2024", "2025", "2026"};
    private static final String[] PLACES = {"Federal", "State", "County", "Onsite", "Remote", "Rush"};
    private static final String[] CATEGORIES = {"Tax", "Advisory", "Compliance", "Legal", "Recurring", "Projects"};
    private static final Map<String, String> SHORT = Map.of(
            "Preparation",
            "Prep",
            "Quarterly",
            "Qtrly",
            "Monthly",
            "Mthly",
            "Financial",
            "Fin",
            "Statements",
            "Stmts",
            "Accounts",
            "Accts",
            "Processing",
            "Proc",
            "Administration",
            "Admin",
            "Annual",
            "Yearly",
            "Reconciliation",
            "Recon");

    private final Random random;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<ServiceItem> items = new ArrayList<>();
    private final List<ItemRecord> records = new ArrayList<>();
    private final Map<LocalId, RemoteId> truth = new HashMap<>();
    private int nextItem = 1;
    private int nextRecord = 1;

    private CatalogueGenerator(long seed) {
        random = new Random(seed);
    }

    /** Two catalogues and the pairs that are the same service. */
    record Catalogues(List<ServiceItem> items, List<ItemRecord> records, Map<LocalId, RemoteId> truth) {}

    static Catalogues generate(long seed, int size) {
        CatalogueGenerator generator = new CatalogueGenerator(seed);
        generator.fill(size);
        return new Catalogues(
                List.copyOf(generator.items), List.copyOf(generator.records), Map.copyOf(generator.truth));
    }

    private void fill(int size) {
        while (names.size() < size) {
            names.add(name());
        }
        for (String name : names) {
            int fate = random.nextInt(100);
            String code = random.nextInt(100) < 45 ? code(name) : null;
            BigDecimal rate = BigDecimal.valueOf(25L * (1 + random.nextInt(60)));
            if (fate < 80) {
                truth.put(item(name, code, rate), record(noisy(name), maybe(code), changed(rate), true, "Service"));
            } else if (fate < 90) {
                item(name, code, rate);
            } else {
                record(noisy(name), maybe(code), rate, true, "Service");
            }
            if (random.nextInt(40) == 0) {
                record(name + " (deleted)", code, rate, false, "Service");
                record(name, null, null, true, random.nextBoolean() ? "Category" : "Group");
            }
        }
        Collections.shuffle(items, random);
        Collections.shuffle(records, random);
    }

    private String name() {
        String base = random.nextInt(3) == 0 ? pick(FORMS) + " " + pick(FORM_WORK) : pick(WORK);
        StringBuilder name = new StringBuilder(base);
        if (random.nextInt(2) == 0) {
            name.append(" - ").append(pick(TIMES));
        }
        if (random.nextInt(2) == 0) {
            name.append(" - ").append(pick(TIERS));
        }
        if (random.nextInt(3) == 0) {
            name.append(" (").append(pick(PLACES)).append(")");
        }
        return name.toString();
    }

    private String noisy(String name) {
        String noisy = name;
        int kind = random.nextInt(100);
        if (kind < 8) {
            noisy = noisy.toUpperCase(Locale.ROOT);
        } else if (kind < 14) {
            noisy = noisy.replace(" - ", " ").replace("(", "").replace(")", "");
        } else if (kind < 18) {
            noisy = reordered(noisy);
        } else if (kind < 24) {
            noisy = shortened(noisy);
        } else if (kind < 26) {
            noisy = mistyped(noisy);
        } else if (kind < 29) {
            noisy = "Form " + noisy + " Services";
        } else if (kind < 31) {
            noisy = noisy.replace("-", "").replace("  ", " ");
        }
        return random.nextInt(4) == 0 ? pick(CATEGORIES) + ":" + noisy : noisy;
    }

    private static String reordered(String name) {
        List<String> parts = new ArrayList<>(List.of(name.split(" - ")));
        Collections.rotate(parts, 1);
        return String.join(", ", parts);
    }

    private static String shortened(String name) {
        String result = name;
        for (Map.Entry<String, String> entry : SHORT.entrySet()) {
            result = result.replace(entry.getKey(), entry.getValue());
        }
        return result;
    }

    private String mistyped(String name) {
        List<Integer> longWords = new ArrayList<>();
        String[] words = name.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (words[i].length() >= 6 && words[i].chars().allMatch(Character::isLetter)) {
                longWords.add(i);
            }
        }
        if (!longWords.isEmpty()) {
            int at = longWords.get(random.nextInt(longWords.size()));
            int cut = 2 + random.nextInt(words[at].length() - 3);
            words[at] = words[at].substring(0, cut) + words[at].substring(cut + 1);
        }
        return String.join(" ", words);
    }

    private String code(String name) {
        StringBuilder code = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+")) {
            code.append(word.isEmpty() ? "" : word.substring(0, Math.min(4, word.length())))
                    .append('-');
        }
        return code.append(10 + random.nextInt(90)).toString().toUpperCase(Locale.ROOT);
    }

    private String maybe(String code) {
        if (code == null || random.nextInt(3) == 0) {
            return null;
        }
        return random.nextInt(3) == 0 ? code.replace("-", "").toLowerCase(Locale.ROOT) : code;
    }

    private BigDecimal changed(BigDecimal rate) {
        int kind = random.nextInt(10);
        return kind == 0 ? BigDecimal.ZERO : kind == 1 ? rate.add(BigDecimal.TEN) : rate.setScale(2);
    }

    private LocalId item(String name, String code, BigDecimal rate) {
        LocalId id = LocalId.of("S" + nextItem++);
        items.add(ServiceItem.builder(id, name).code(code).rate(rate).build());
        return id;
    }

    private RemoteId record(String fullName, String code, BigDecimal rate, boolean active, String type) {
        RemoteId id = RemoteId.of(Integer.toString(nextRecord++));
        String name = fullName.substring(fullName.indexOf(':') + 1);
        records.add(ItemRecord.builder(id, name)
                .fullyQualifiedName(fullName)
                .sku(code)
                .unitPrice(rate)
                .active(active)
                .type(type)
                .build());
        return id;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
