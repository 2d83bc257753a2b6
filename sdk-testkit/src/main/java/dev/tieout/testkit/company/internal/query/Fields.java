package dev.tieout.testkit.company.internal.query;

import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.FieldType;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Types;

/** The fields a query may ask for by name. */
final class Fields {
    private Fields() {}

    /** The top-level field a path of the projection starts with. */
    static String top(EntityKind kind, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        for (FieldType field : Types.all().fields(kind.type()).values()) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.name();
            }
        }
        throw QboFault.of(4001, "QueryValidationError: Property " + path + " not found for Entity " + kind.json());
    }
}
