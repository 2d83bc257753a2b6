package dev.tieout.testkit.company.internal.wire;

import dev.tieout.testkit.company.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Names and values the way the real server leaks its Java types, on payment lines and purchases (QuickBooks fact
 * E14.7).
 */
public final class Wrapped {
    private static final String NAMESPACE = "{http://schema.intuit.com/finance/v3}NameValue";

    private Wrapped() {}

    /** A wrapped name and value, {@code null} if there is no value. */
    public static @Nullable JsonObject nameValue(String name, @Nullable String value) {
        return value == null
                ? null
                : JsonObject.of(
                        "name",
                        NAMESPACE,
                        "declaredType",
                        "com.intuit.schema.finance.v3.NameValue",
                        "scope",
                        "javax.xml.bind.JAXBElement$GlobalScope",
                        "value",
                        JsonObject.of("Name", name, "Value", value),
                        "nil",
                        false,
                        "globalScope",
                        true,
                        "typeSubstituted",
                        false);
    }
}
