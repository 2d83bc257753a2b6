package dev.tieout.matching.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The legal forms of organisations that take more than a word, or stand for one. Immutable. */
public final class LegalForms {
    private static final Map<String, List<Form>> BY_FIRST = new HashMap<>();

    /**
     * A way to write a form.
     *
     * @param words the words
     * @param form the class
     */
    public record Form(List<String> words, int form) {}

    static {
        add(Lexicon.LLC, "limited liability company; limited liability co; ltd liability co; ltd liability company");
        add(Lexicon.LLP, "limited liability partnership");
        add(Lexicon.LP, "limited partnership");
        add(Lexicon.PC, "professional corporation; professional association; professional corp");
        add(Lexicon.PLLC, "professional limited liability company; professional limited liability");
        add(
                Lexicon.LTD,
                "proprietary limited; pty ltd; pty limited; private limited; pvt ltd; pvt limited; pte ltd; pty");
        add(
                10,
                "gmbh; ggmbh; gesellschaft mit beschrankter haftung; gesellschaft mit beschraenkter haftung; ges mbh; mbh");
        add(11, "kg; gmbh and co kg; gmbh co kg; kommanditgesellschaft");
        add(12, "ag; aktiengesellschaft");
        add(13, "ohg; offene handelsgesellschaft");
        add(14, "ug; ug haftungsbeschrankt; unternehmergesellschaft");
        add(
                16,
                "sa; sociedad anonima; societe anonyme; sociedade anonima; sa de cv; sa de c v; sociedad anonima de capital"
                        + " variable; sab de cv");
        add(18, "s de rl; s de rl de cv; srl de cv; sociedad de responsabilidad limitada");
        add(19, "sl; slu; sociedad limitada; sociedad limitada unipersonal");
        add(20, "sarl; sa rl; societe a responsabilite limitee; s a r l");
        add(21, "sas; sasu; societe par actions simplifiee; sociedad por acciones simplificada");
        add(22, "srl; srls; societa a responsabilita limitata");
        add(23, "spa; societa per azioni");
        add(24, "bv; besloten vennootschap");
        add(25, "nv; naamloze vennootschap");
        add(26, "sp z oo; sp zoo; spolka z oo; spzoo; spolka z ograniczona odpowiedzialnoscia");
        add(27, "oy; osakeyhtio; oyj");
        add(28, "ab; aktiebolag; aktiebolaget");
        add(29, "as; aktieselskab; aksjeselskap; akciova spolecnost");
        add(30, "aps; anpartsselskab");
        add(31, "ltda; limitada");
        add(32, "plc; public limited company");
        add(33, "kk; kabushiki kaisha");
        add(34, "ooo");
        add(36, "eurl; eirl");
        add(38, "sdn bhd");
        add(39, "doo; dooel");
        add(40, "kft");
        add(41, "sro; spol s ro");
    }

    private LegalForms() {}

    private static void add(int form, String spellings) {
        for (String spelling : spellings.split("; ")) {
            List<String> words = List.of(spelling.split(" "));
            List<Form> forms = BY_FIRST.computeIfAbsent(words.get(0), x -> new ArrayList<>());
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
