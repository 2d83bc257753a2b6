package dev.tieout.matching.internal.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which spellings are one given name. Two that many people bear and that are not one name are two names, however alike:
 * Mark and Mary. Immutable.
 */
public final class GivenNames {
    private static final Map<String, Integer> SPELLINGS = spellings();

    private GivenNames() {}

    /** The number of a folded name that is the same for all its spellings: those of a table, or the same sound. */
    static int sound(String name) {
        Integer known = SPELLINGS.get(name);
        return known != null ? known : skeleton(name).hashCode();
    }

    /** The spellings of a folded name that the table has. */
    static Set<String> alike(String name) {
        Integer sound = SPELLINGS.get(name);
        Set<String> all = new HashSet<>();
        SPELLINGS.forEach((other, number) -> {
            if (number.equals(sound)) {
                all.add(other);
            }
        });
        return all;
    }

    /** The letters as they sound: Erik is Eric, Sarah is Sara, Tracey is Traci. */
    private static String skeleton(String name) {
        StringBuilder out = new StringBuilder();
        String s = name.replace("ph", "f").replace("ck", "k").replace("qu", "k");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            char next = i + 1 < s.length() ? s.charAt(i + 1) : ' ';
            char before = i > 0 ? s.charAt(i - 1) : ' ';
            char sound = switch (c) {
                case 'c' -> next == 'h' ? 'c' : next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
                case 'y' -> 'i';
                case 'z' -> 's';
                case 'h' -> i == 0 || before == 'c' || before == 's' || before == 't' ? 'h' : ' ';
                default -> c;
            };
            if (sound != ' ' && (out.isEmpty() || out.charAt(out.length() - 1) != sound)) {
                out.append(sound);
            }
        }
        String sounds = out.toString();
        for (String end : new String[] {"ei", "ie", "e i"}) {
            if (sounds.length() > 4 && sounds.endsWith(end)) {
                return sounds.substring(0, sounds.length() - 2) + "i";
            }
        }
        return sounds;
    }

    private static Map<String, Integer> spellings() {
        Map<String, Integer> map = new HashMap<>();
        for (String line : TABLE.split(";")) {
            String[] names = line.strip().split(" ");
            for (String name : names) {
                map.put(name, line.hashCode());
            }
        }
        return Map.copyOf(map);
    }

    private static final String TABLE = """
            steven stephen stefan; alan allen allan alun; brian bryan brien bryon; catherine katherine katharine kathryn
            cathryn katheryn catharine kathrine; ann anne; carol carole karol; sean shawn shaun shon; jeffrey geoffrey jeffery
            jeffry; lawrence laurence lawrance; deborah debra debora; jonathan johnathan jonathon johnathon; kristen kristin
            christen kristyn; alison allison alyson allyson; michelle michele; gary garry; neil neal neill niel; stewart
            stuart steward; glenn glen glyn; lynn lynne lin; diane dianne diann; mohammed mohamed mohammad muhammad muhammed
            mohamad; louis lewis; lesley leslie; isabel isabelle isobel isabell; madeline madeleine madelyn madalyn;
            frederick frederic fredrick fredric; derek derrick derick; darrell darryl daryl darrel; terence terrence terrance;
            randall randal; jerry gerry; karen karin karyn; rebecca rebekah; rachel rachael; zachary zachery zackary;
            leigh lee; shannon shanon; jaclyn jacklyn jacqueline jacquelyn; marc mark; eric erik erick; ian iain; aaron aron;
            graham graeme grahame; sophia sofia; caitlin kaitlin kaitlyn katelyn; megan meghan meagan; brittany brittney
            britney; lindsay lindsey; ashley ashleigh; kelly kelley; stacy stacey staci stacie; tracy tracey traci tracie;
            jamie jaime; dominic dominick; vivian vivien vivienne; harriet harriett; margaret margret; eleanor elinor eleanore;
            theresa teresa therese; sylvia silvia; elizabeth elisabeth; susan suzan; suzanne susanne; marian marion maryann;
            connor conor; mathew matthew; nicholas nicolas nickolas; phillip philip; tyler tylor; devin devon; francesca franchesca;
            yousef yusuf joseph; dmitri dmitry dmitriy dimitri dimitry; sergei sergey serge; alexei alexey aleksei; yuri yury yuriy;
            micheal michael mikael; mary; marie; jan; jane; jean; june; anna; joan; dean""";
}
