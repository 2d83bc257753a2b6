package dev.tieout.matching.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The legal forms of organisations that take more than a word, or stand for one. Immutable. */
public final class LegalForms {
    private static final Map<String, List<Form>> BY_FIRST = byFirst();

    /**
     * A way to write a form.
     *
     * @param words the words
     * @param form the class
     */
    public record Form(List<String> words, int form) {}

    private static Map<String, List<Form>> byFirst() {
        Map<String, List<Form>> all = new HashMap<>();
        add(
                all,
                Lexicon.LLC,
                "limited liability company; limited liability co; ltd liability co; ltd liability company");
        add(all, Lexicon.LLP, "limited liability partnership");
        add(all, Lexicon.LP, "limited partnership");
        add(all, Lexicon.PC, "professional corporation; professional association; professional corp");
        add(all, Lexicon.PLLC, "professional limited liability company; professional limited liability");
        add(
                all,
                Lexicon.LTD,
                "proprietary limited; pty ltd; pty limited; private limited; pvt ltd; pvt limited; pte ltd; pty");
        add(
                all,
                10,
                "gmbh; ggmbh; gesellschaft mit beschrankter haftung; gesellschaft mit beschraenkter haftung; ges mbh; mbh");
        add(all, 11, "kg; gmbh and co kg; gmbh co kg; kommanditgesellschaft");
        add(all, 12, "ag; aktiengesellschaft");
        add(all, 13, "ohg; offene handelsgesellschaft");
        add(all, 14, "ug; ug haftungsbeschrankt; unternehmergesellschaft");
        add(
                all,
                16,
                "sa; sociedad anonima; societe anonyme; sociedade anonima; sa de cv; sa de c v; sociedad anonima de capital"
                        + " variable; sab de cv");
        add(all, 18, "s de rl; s de rl de cv; srl de cv; sociedad de responsabilidad limitada");
        add(all, 19, "sl; slu; sociedad limitada; sociedad limitada unipersonal");
        add(all, 20, "sarl; sa rl; societe a responsabilite limitee; s a r l");
        add(all, 21, "sas; sasu; societe par actions simplifiee; sociedad por acciones simplificada");
        add(all, 22, "srl; srls; societa a responsabilita limitata");
        add(all, 23, "spa; societa per azioni");
        add(all, 24, "bv; besloten vennootschap");
        add(all, 25, "nv; naamloze vennootschap");
        add(all, 26, "sp z oo; sp zoo; spolka z oo; spzoo; spolka z ograniczona odpowiedzialnoscia");
        add(all, 27, "oy; osakeyhtio; oyj");
        add(all, 28, "ab; aktiebolag; aktiebolaget");
        add(all, 29, "as; aktieselskab; aksjeselskap; akciova spolecnost");
        add(all, 30, "aps; anpartsselskab");
        add(all, 31, "ltda; limitada");
        add(all, 32, "plc; public limited company");
        add(all, 33, "kk; kabushiki kaisha");
        add(all, 34, "ooo");
        add(all, 36, "eurl; eirl");
        add(all, 38, "sdn bhd");
        add(all, 39, "doo; dooel");
        add(all, 40, "kft");
        add(all, 41, "sro; spol s ro");
        all.replaceAll((first, forms) -> List.copyOf(forms));
        return Map.copyOf(all);
    }

    private LegalForms() {}

    private static void add(Map<String, List<Form>> all, int form, String spellings) {
        for (String spelling : spellings.split("; ")) {
            List<String> words = List.of(spelling.split(" "));
            List<Form> forms = all.computeIfAbsent(words.get(0), x -> new ArrayList<>());
            forms.add(new Form(words, form));
            forms.sort((a, b) -> b.words().size() - a.words().size());
        }
    }

    /** The words that a form may begin with. */
    static Iterable<String> firstWords() {
        return BY_FIRST.keySet();
    }

    /** The forms that begin with a word, the longest first. */
    public static List<Form> beginningWith(String word) {
        return BY_FIRST.getOrDefault(word, List.of());
    }
}
