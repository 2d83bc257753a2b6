package dev.tieout.matching.internal.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a word means in a name, whatever name it stands in. Immutable. */
public final class Lexicon {
    public static final int LEGAL = 1;
    public static final int TITLE = 1 << 1;
    public static final int GENERATION = 1 << 2;
    public static final int STOP = 1 << 3;
    public static final int TRUST = 1 << 4;
    public static final int ESTATE = 1 << 5;
    public static final int NUMBER = 1 << 6;
    public static final int ROMAN = 1 << 7;
    public static final int SINGLE = 1 << 8;
    public static final int TRADE = 1 << 9;
    public static final int AND = 1 << 10;
    public static final int DBA = 1 << 11;
    public static final int PARTICLE = 1 << 12;
    public static final int CREDENTIAL = 1 << 13;
    public static final int DIGITS = 1 << 14;
    static final int SHORT = 1 << 15;
    public static final int PROFESSIONAL = 1 << 16;
    public static final int STREET_WORD = 1 << 17;
    public static final int UNIT = 1 << 18;

    /** A word that people write behind a name to tell what they do for a client, or how it pays. */
    public static final int NOTE = 1 << 26;

    /** A word after which somebody else, or a date, follows. */
    public static final int CARE = 1 << 31;

    /** Two bits of the class of a frequent given name, and two of a surname. */
    private static final int GIVEN_SHIFT = 27;

    private static final int SURNAME_SHIFT = 29;

    /** The value of a legal class, a generation or a numeral stands in the bits from here. */
    static final int VALUE_SHIFT = 20;

    public static final int LLC = 1;
    static final int CORP = 2;
    public static final int LP = 3;
    public static final int LLP = 4;
    public static final int PLLC = 5;
    public static final int PC = 6;
    static final int CO = 7;
    public static final int LTD = 8;

    private static final Map<String, Integer> WORDS = words();
    private static final Map<String, String> SHORT_FORMS = shortForms();

    private Lexicon() {}

    public static int value(int flags) {
        return flags >>> VALUE_SHIFT & 63;
    }

    /** The usual spelling of an abbreviated word; the word itself if it is none. */
    static String canonical(String word) {
        return SHORT_FORMS.getOrDefault(word, word);
    }

    /** The long form of a short one, and the short ones of a long one. */
    static Set<String> spellings(String word) {
        Set<String> all = new HashSet<>();
        String full = canonical(word);
        all.add(full);
        SHORT_FORMS.forEach((shorter, longer) -> {
            if (longer.equals(full)) {
                all.add(shorter);
            }
        });
        all.remove(word);
        return all;
    }

    /** How frequent a word is as a given name: 0 to 3. */
    public static int given(int flags) {
        return flags >>> GIVEN_SHIFT & 3;
    }

    /** How frequent a word is as a surname: 0 to 3. */
    public static int surname(int flags) {
        return flags >>> SURNAME_SHIFT & 3;
    }

    static int flags(String word) {
        int flags = WORDS.getOrDefault(word, 0)
                | FrequentNames.given(word) << GIVEN_SHIFT
                | FrequentNames.surname(word) << SURNAME_SHIFT;
        boolean digits = false;
        boolean letters = false;
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                digits = true;
            } else {
                letters = true;
            }
        }
        if (digits) {
            flags |= letters ? DIGITS : DIGITS | NUMBER;
        }
        if (SHORT_FORMS.containsKey(word)) {
            flags |= SHORT;
        }
        if (word.length() == 1 && letters) {
            flags |= SINGLE;
        }
        return flags;
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> map = new HashMap<>();
        legal(map, LLC, "llc lc");
        legal(map, CORP, "inc incorporated corp corporation");
        legal(map, LP, "lp");
        legal(map, LLP, "llp lllp");
        legal(map, PLLC, "pllc");
        legal(map, PC, "pc pa");
        legal(map, CO, "co company");
        legal(map, LTD, "ltd limited");
        for (String word : LegalForms.firstWords()) {
            if (!word.equals("professional") && !word.equals("s")) {
                map.merge(word, LEGAL, (x, y) -> x | y);
            }
        }
        put(map, TITLE, "mr mrs ms miss dr prof mx rev hon sir");
        put(map, CREDENTIAL, "cpa esq md phd dds dvm jd rn dmd do od ea mba");
        generation(map, "jr", 1);
        generation(map, "junior", 1);
        generation(map, "sr", 2);
        generation(map, "senior", 2);
        String[] numerals = {"ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
        for (int i = 0; i < numerals.length; i++) {
            map.merge(numerals[i], ROMAN | (i + 2) << VALUE_SHIFT, (a, b) -> a | b);
        }
        put(map, STOP, "the of an for at in on to by");
        put(map, AND | STOP, "and und et y");
        put(map, TRUST, "trust trustee trustees revocable irrevocable");
        put(map, ESTATE, "estate");
        put(map, PROFESSIONAL, "professional");
        put(
                map,
                STREET_WORD,
                "street st avenue ave av boulevard blvd blv road rd drive dr lane ln court ct place pl way terrace ter"
                        + " circle cir square sq parkway pkwy highway hwy crescent cres close grove trail trl"
                        + " north south east west n s e w ne nw se sw northeast northwest southeast southwest");
        put(map, UNIT, "apt apartment ste suite unit floor fl room rm bldg flat");
        put(
                map,
                NOTE,
                "usd cad eur gbp aud chf mxn nzd new old monthly quarterly annual annually yearly weekly payroll tax taxes"
                        + " bookkeeping retainer vip inactive active deleted customer client vendor c prepaid slow payer pays do"
                        + " not use checks check cash only no ref referred by via archived closed sold duplicate dup test temp"
                        + " hold past due collections autopay ach hourly flat fee 1040 1040s 1065 1120 1120s 1120c 1041 990 706"
                        + " 709 1099 w2 941 940 individual personal residential"
                        + " billing bill to hst gst vat exempt taxable nontaxable net 15 30 45 60");
        put(map, DBA, "dba aka fka ta formerly nee");
        put(map, CARE, "attn attention dtd dated");
        put(map, PARTICLE, "de la del der den van von da dos das di du le el al bin ibn ter ten san st");
        put(
                map,
                TRADE,
                "services service solutions group enterprises enterprise consulting consultants partners associates"
                        + " holdings properties management construction builders plumbing electric electrical roofing"
                        + " landscaping design designs studio studios photography salon spa dental medical clinic"
                        + " pharmacy law legal accounting tax bookkeeping insurance realty mortgage capital ventures"
                        + " investments investment trading supply supplies store shop boutique bakery cafe restaurant"
                        + " grill bar catering farm farms ranch auto automotive repair garage towing trucking freight"
                        + " logistics transport transportation travel agency media marketing advertising printing"
                        + " publishing software technology technologies systems data digital web engineering"
                        + " architecture architects manufacturing industries industrial products foods food beverage"
                        + " brewing winery coffee fitness gym yoga academy school college university church ministries"
                        + " foundation association club society international global national american cleaning"
                        + " janitorial security flooring painting drywall carpentry masonry concrete paving fencing"
                        + " heating cooling air hvac environmental energy solar water pool pools nursery garden gardens"
                        + " floral flowers jewelry optical chiropractic veterinary therapy wellness health healthcare"
                        + " care home homes house apartments rentals rental development developers contracting"
                        + " contractors company brothers sons daughters interiors furniture furnishings electronics"
                        + " communications wireless entertainment events productions music dance art arts gallery"
                        + " books toys games sports outdoors marine aviation title escrow wealth financial finance"
                        + " bank credit union staffing labs laboratories research institute center centre works"
                        + " workshop exchange express market markets grocery deli diner pizza sushi tavern lounge"
                        + " hotel motel inn resort tours imports exports wholesale distributors distribution equipment"
                        + " machine machinery tool tools die metal steel welding excavating drilling mining oil gas"
                        + " petroleum tree lawn pest moving storage laundry cleaners tailors fashion apparel clothing"
                        + " shoes beauty barber nails tattoo pets pet grooming kennel daycare learning tutoring"
                        + " outfitters drains drain sewer rooter septic plumbers electricians painters landscapers roofers movers"
                        + " hoa condominium condominiums condo networks hauling excavation remodeling renovations renovation"
                        + " handyman locksmith glass windows doors tile granite cabinets kitchens kitchen cuisine bistro"
                        + " brasserie pub saloon distillery cellars vineyards orchards dairy livestock feed hardware lumber"
                        + " sawmill timber millwork crafts pottery bridal barbershop smokehouse bbq barbecue steakhouse taqueria"
                        + " bagels donuts creamery juice teas tea roasters wines liquors florist florists nurseries"
                        + " greenhouse irrigation sprinklers gutters insulation siding framing surveying surveyors inspections"
                        + " appraisal appraisals lending loans brokers brokerage agents adjusters underwriters actuarial"
                        + " pediatrics orthodontics dermatology cardiology radiology physicians surgeons optometry hospice"
                        + " rehab rehabilitation counseling psychology acupuncture massage pilates crossfit boxing karate"
                        + " soccer baseball golf tennis swim ski bikes cycles cycle motorcycles powersports tires tire"
                        + " towing collision body muffler transmission radiator chevrolet toyota honda ford rv trailers"
                        + " trailer boats boat yachts charters limousine limo shuttle taxi cab couriers courier delivery"
                        + " warehouse warehousing fulfillment ecommerce apps robotics analytics cyber hosting telecom"
                        + " broadband signs signage graphics embroidery screenprinting prints press bindery"
                        + " packaging chemicals textiles plastics instruments motors ceramics electricals");
        return Map.copyOf(map);
    }

    private static void legal(Map<String, Integer> map, int form, String words) {
        for (String word : words.split(" ")) {
            map.merge(word, LEGAL | form << VALUE_SHIFT, (a, b) -> a | b);
        }
    }

    private static void generation(Map<String, Integer> map, String word, int value) {
        map.merge(word, GENERATION | value << VALUE_SHIFT, (a, b) -> a | b);
    }

    private static void put(Map<String, Integer> map, int flag, String words) {
        for (String word : words.split(" ")) {
            map.merge(word, flag, (a, b) -> a | b);
        }
    }

    private static Map<String, String> shortForms() {
        Map<String, String> map = new HashMap<>();
        String pairs = "svcs services svc service mgmt management mgt management intl international natl national"
                + " assoc associates assocs associates assn association bros brothers mfg manufacturing"
                + " props properties prop property ctr center centre center dept department govt government"
                + " ent enterprises entps enterprises inds industries ind industries dist distribution"
                + " distr distribution constr construction const construction cons construction grp group"
                + " hldgs holdings invs investments inv investments tech technology techs technologies"
                + " sys systems engr engineering eng engineering eqpt equipment equip equipment mkt market"
                + " mktg marketing med medical pharm pharmacy rest restaurant soln solutions solns solutions"
                + " transp transportation trans transport univ university acct accounting acctg accounting"
                + " bldrs builders bldg building elec electric hosp hospital ins insurance labs laboratories"
                + " ptnrs partners ptrs partners rlty realty stes suites svgs savings mtg mortgage fin financial"
                + " pkg packaging pkgg packaging chem chemicals instr instruments inst instruments mtr motors mtrs motors"
                + " tr trust est estate fam family rev revocable irrev irrevocable lvg living comms communications"
                + " mgr manager amer american cnslt consulting conslt consulting conslg consulting"
                + " wm william chas charles geo george jas james jos joseph robt robert thos thomas";
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        return Map.copyOf(map);
    }
}
