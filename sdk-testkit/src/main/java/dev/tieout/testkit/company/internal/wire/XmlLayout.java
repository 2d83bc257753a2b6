package dev.tieout.testkit.company.internal.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of a type stand in XML: some as attributes, one perhaps as the element's own text, the others as elements,
 * those of the extended type first (QuickBooks fact P2.3; the order is that of Intuit's own classes). Immutable.
 *
 * @param attributes the fields that are attributes
 * @param text the field that is the text of the element, {@code null} if the type has elements
 * @param elements the elements in order
 */
public record XmlLayout(
        List<FieldType> attributes, @Nullable FieldType text, List<FieldType> elements) {
    private static final Set<String> OF_ENTITIES = Set.of("domain", "status", "sparse");
    private static final Set<String> TEXTUAL = Set.of("ReferenceType", "MemoRef");

    public XmlLayout {
        attributes = List.copyOf(attributes);
        elements = List.copyOf(elements);
    }

    /** The layout of a type whose fields are in the order of JSON; {@code inherited} is the first of the extended type. */
    static XmlLayout of(String type, Collection<FieldType> fields, @Nullable String inherited) {
        boolean entity = fields.stream().anyMatch(field -> field.name().equals("domain"));
        List<FieldType> attributes = new ArrayList<>();
        List<FieldType> own = new ArrayList<>();
        List<FieldType> extended = new ArrayList<>();
        FieldType text = null;
        boolean ofBase = false;
        for (FieldType field : fields) {
            ofBase |= field.name().equals(inherited);
            if (TEXTUAL.contains(type) && field.name().equals("value")) {
                text = field;
            } else if (attribute(type, entity, field.name())) {
                attributes.add(field);
            } else {
                (ofBase ? extended : own).add(field);
            }
        }
        extended.addAll(own);
        return new XmlLayout(attributes, text, extended);
    }

    private static boolean attribute(String type, boolean entity, String name) {
        return TEXTUAL.contains(type) || (entity && OF_ENTITIES.contains(name)) || name.equals("originatingGroupId");
    }
}
