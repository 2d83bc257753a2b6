package dev.tieout.examples.benchmarks.matching.peers;

import com.intuit.fuzzymatcher.component.MatchService;
import com.intuit.fuzzymatcher.domain.Document;
import com.intuit.fuzzymatcher.domain.Element;
import com.intuit.fuzzymatcher.domain.ElementType;
import com.intuit.fuzzymatcher.domain.Match;
import com.intuit.fuzzymatcher.domain.MatchType;
import com.intuit.fuzzymatcher.function.TokenizerFunction;
import dev.tieout.examples.benchmarks.matching.data.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * Intuit's fuzzy-matcher on raw values, names counted twice, with its own e-mail element or the address as one exact
 * element. It is given both lists as one, which finds more and errs less than its call for two.
 */
final class Fuzzy implements Peer {
    private static final double NAME_WEIGHT = 2;
    private static final double EXACT_WEIGHT = 1.5;
    private static final double THRESHOLD = 0.3;

    private final boolean exactEmail;

    Fuzzy(boolean exactEmail) {
        this.exactEmail = exactEmail;
    }

    @Override
    public List<Pair> score(List<Fields> clients, List<Fields> customers) {
        List<Document> documents = new ArrayList<>(documents("a", clients));
        documents.addAll(documents("b", customers));
        List<Pair> pairs = new ArrayList<>();
        for (List<Match<Document>> matches :
                new MatchService().applyMatch(documents).values()) {
            for (Match<Document> match : matches) {
                String one = match.getData().getKey();
                String other = match.getMatchedWith().getKey();
                if (one.startsWith("a") && other.startsWith("b")) {
                    pairs.add(new Pair(at(one), at(other), match.getResult()));
                }
            }
        }
        return pairs;
    }

    private static int at(String key) {
        return Integer.parseInt(key.substring(1));
    }

    private List<Document> documents(String side, List<Fields> records) {
        return records.stream().map(r -> document(side, r)).toList();
    }

    /** Setters return the raw type, so they are not chained. */
    private Document document(String side, Fields r) {
        Document.Builder document = new Document.Builder(side + r.at()).setThreshold(THRESHOLD);
        Element.Builder<String> name = element(ElementType.NAME, r.name());
        name.setWeight(NAME_WEIGHT);
        document.addElement(name.createElement());
        if (!r.email().isEmpty()) {
            Element.Builder<String> email = exactEmail ? exact(r.email()) : element(ElementType.EMAIL, r.email());
            document.addElement(email.createElement());
        }
        if (!r.phone().isEmpty()) {
            document.addElement(element(ElementType.PHONE, r.phone()).createElement());
        }
        if (!r.street().isEmpty()) {
            String address = r.street() + ", " + r.city() + " " + r.zip();
            document.addElement(element(ElementType.ADDRESS, address).createElement());
        }
        return document.createDocument();
    }

    private static Element.Builder<String> element(ElementType type, String value) {
        Element.Builder<String> element = new Element.Builder<>();
        element.setType(type);
        element.setValue(value);
        return element;
    }

    private static Element.Builder<String> exact(String email) {
        Element.Builder<String> element = element(ElementType.TEXT, email);
        element.setVariance("email");
        element.setWeight(EXACT_WEIGHT);
        element.setPreProcessingFunction(text -> text);
        element.setTokenizerFunction(e -> TokenizerFunction.valueTokenizer().apply(e));
        element.setMatchType(MatchType.EQUALITY);
        return element;
    }
}
