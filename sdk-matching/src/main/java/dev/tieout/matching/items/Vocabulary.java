package dev.tieout.matching.items;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of service catalogues: which say the same, which say nothing, which tell two services apart. */
final class Vocabulary {
    /** Words that two names for one service may differ in. */
    static final Set<String> FILLERS = Set.of(
            "the",
            "a",
            "an",
            "of",
            "for",
            "and",
            "to",
            "in",
            "on",
            "by",
            "per",
            "our",
            "form",
            "fee",
            "service",
            "charge",
            "item",
            "work",
            "rate",
            "price",
            "preparation",
            "professional");

    /** How the price is counted; absent on one side is no contradiction. */
    static final Set<String> UNITS = Set.of("hour", "flat", "fixed", "each", "day", "unit");

    /** Words that must be the same on both sides: each stands for another price or another piece of work. */
    static final Set<String> TIERS = Set.of(
            "basic",
            "standard",
            "premium",
            "plus",
            "pro",
            "advanced",
            "simple",
            "complex",
            "moderate",
            "essential",
            "starter",
            "deluxe",
            "enterprise",
            "ultimate",
            "elite",
            "lite",
            "gold",
            "silver",
            "bronze",
            "platinum",
            "diamond",
            "junior",
            "senior",
            "partner",
            "manager",
            "staff",
            "associate",
            "principal",
            "director",
            "paralegal",
            "small",
            "medium",
            "large",
            "mini",
            "full",
            "partial",
            "half",
            "monthly",
            "weekly",
            "biweekly",
            "quarterly",
            "semiannual",
            "annual",
            "daily",
            "once",
            "federal",
            "state",
            "local",
            "city",
            "county",
            "single",
            "joint",
            "married",
            "separate",
            "amended",
            "original",
            "extension",
            "initial",
            "renewal",
            "additional",
            "extra",
            "new",
            "existing",
            "setup",
            "maintenance",
            "cleanup",
            "catchup",
            "rush",
            "expedited",
            "priority",
            "onsite",
            "remote",
            "virtual",
            "with",
            "without",
            "no",
            "non",
            "not",
            "excluding",
            "including",
            "ez",
            "nr",
            "sr",
            "late",
            "early",
            "final",
            "interim",
            "draft",
            "emergency",
            "weekend",
            "discount",
            "retainer",
            "contingency");

    private static final Map<String, String> SAME_WORDS = sameWords();

    /** Two words in a row that are also written as one. */
    private static final Map<String, String> PAIRS = Map.ofEntries(
            Map.entry("set up", "setup"),
            Map.entry("non profit", "nonprofit"),
            Map.entry("on site", "onsite"),
            Map.entry("e file", "efile"),
            Map.entry("e filing", "efile"),
            Map.entry("year end", "yearend"),
            Map.entry("month end", "monthend"),
            Map.entry("clean up", "cleanup"),
            Map.entry("catch up", "catchup"),
            Map.entry("start up", "startup"),
            Map.entry("follow up", "followup"),
            Map.entry("pay roll", "payroll"),
            Map.entry("book keeping", "bookkeeping"),
            Map.entry("add on", "addon"),
            Map.entry("check in", "checkin"),
            Map.entry("bi weekly", "biweekly"),
            Map.entry("semi annual", "semiannual"),
            Map.entry("1 time", "once"),
            Map.entry("s corporation", "scorporation"),
            Map.entry("c corporation", "ccorporation"),
            Map.entry("under pay", "underpay"),
            Map.entry("work paper", "workpaper"));

    /** Words after which a letter i is the number 1. */
    static final Set<String> BEFORE_ROMAN_ONE =
            Set.of("level", "tier", "part", "phase", "class", "type", "plan", "stage", "step", "grade", "package");

    private Vocabulary() {}

    /** The word that stands for this one and all its forms. */
    static String canonical(String word) {
        String known = SAME_WORDS.get(word);
        if (known != null) {
            return known;
        }
        String singular = singular(word);
        return SAME_WORDS.getOrDefault(singular, singular);
    }

    /** The one word for two words in a row, or null as {@link Map#get} has it. */
    static Map<String, String> pairs() {
        return PAIRS;
    }

    private static String singular(String word) {
        int n = word.length();
        if (n < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && n > 4) {
            return word.substring(0, n - 3) + "y";
        }
        boolean es = word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses");
        return word.substring(0, es ? n - 2 : n - 1);
    }

    private static Map<String, String> sameWords() {
        Map<String, String> same = new HashMap<>();
        for (String line : List.of(
                "preparation prep prepare prepared preparing",
                "service svc svcs serv srvc",
                "management mgmt mgt mngmt",
                "accounting acct acctg acctng accountancy",
                "bookkeeping bkkpg bkpg bookkpg bkkeeping bookkeep",
                "quarterly qtrly quartly qtly",
                "quarter qtr q",
                "monthly mthly mnthly mo mth month",
                "weekly wkly week wk",
                "annual yearly annually yrly anual yr year",
                "hour hourly hr hrs hrly",
                "day dy",
                "individual indiv indv",
                "personal pers",
                "corporation corp",
                "scorporation scorp",
                "ccorporation ccorp",
                "partnership pship ptnrship ptshp",
                "consulting consult consultation cnslt consultg consultancy",
                "advisory advise advising advsy",
                "schedule sched sch",
                "federal fed",
                "standard std",
                "premium prem",
                "additional addl addtl addnl",
                "amended amend amendment amd",
                "business biz bus",
                "department dept",
                "international intl",
                "payment pmt pymt",
                "reconciliation recon reconcile reconciling",
                "financial fin fncl",
                "statement stmt stmnt",
                "report rpt reporting rprt",
                "return rtn ret retn",
                "nonprofit npo",
                "limited ltd",
                "review rvw",
                "compilation compile",
                "extension ext extn",
                "estimated estimate",
                "document doc documentation",
                "application appl",
                "registration registr",
                "development dev",
                "maintenance maint mtce",
                "installation install instl",
                "information info",
                "administration admin administrative",
                "analysis anlys analys",
                "planning plng",
                "processing process",
                "employee empl",
                "payroll pyrl",
                "package pkg",
                "level lvl lv",
                "number nbr",
                "efile efiling",
                "once onetime",
                "semiannual semiannually",
                "biweekly fortnightly",
                "rush rushed",
                "virtual online",
                "meeting mtg",
                "technology tech",
                "support supp",
                "training trng",
                "certificate cert",
                "agreement agmt agrmt",
                "incorporation incorp",
                "transaction txn",
                "assistance assist asst")) {
            String[] words = line.split(" ");
            for (String word : words) {
                same.put(word, words[0]);
            }
        }
        String[] numbers = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
        for (int i = 1; i < numbers.length; i++) {
            same.put(numbers[i], Integer.toString(i));
        }
        same.putAll(Map.of("ii", "2", "iii", "3", "iv", "4", "vi", "6", "second", "2", "third", "3", "fourth", "4"));
        return Map.copyOf(same);
    }
}
