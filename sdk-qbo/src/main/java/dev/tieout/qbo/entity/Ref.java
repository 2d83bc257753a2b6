package dev.tieout.qbo.entity;

import dev.tieout.internal.Given;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reference to another record: its id and, in what QuickBooks sends, its name at the time of reading.
 *
 * <p>Immutable. QuickBooks needs only the value and ignores a wrong name (QuickBooks fact E2.4).
 */
public final class Ref extends QboObject {
    private static final int MAX_VALUE = 100;
    private static final int VALUE = 0;
    private static final int NAME = 1;
    private static final int KIND = 2;

    static final ObjectType<Ref> OBJECT =
            new ObjectType<>("Ref", "value text max=100 required", "name text", "type text") {
                @Override
                Ref make(Shape shape, @Nullable Object[] values) {
                    return new Ref(shape, values, null);
                }
            };

    private final @Nullable String target;

    private Ref(Shape shape, @Nullable Object[] values, @Nullable String target) {
        super(shape, values);
        this.target = target;
    }

    /**
     * A reference to the record with this id.
     *
     * @param value the id, or a code such as {@code USD} or {@code TAX} where the field takes one; not blank, at most
     *     100 characters
     * @return the reference
     * @throws InvalidFieldException if the value is blank or too long
     */
    public static Ref of(String value) {
        return make(Given.value("value", value), null);
    }

    /**
     * A reference to a record that was read. A field that takes another kind of record refuses it.
     *
     * @param entity a record with an id
     * @return the reference
     * @throws InvalidFieldException if the record has no id
     */
    public static Ref to(QboEntity entity) {
        return make(
                EntityPatch.idOf(Given.value("entity", entity)),
                entity.entityType().name());
    }

    /**
     * The same with the kind of record spelled out, which a field needs that can point to several: whom a purchase was
     * paid to, what an attachment belongs to.
     *
     * @param type the kind as QuickBooks names it, for instance {@code Vendor}
     * @return a reference with a type
     * @throws InvalidFieldException if the type is blank
     */
    public Ref withType(String type) {
        if (type.isBlank()) {
            throw new InvalidFieldException("Ref", "type", "is blank: name a kind of record");
        }
        Draft draft = new Draft(OBJECT, this);
        draft.text(KIND, type);
        Ref typed = draft.finish(OBJECT);
        return new Ref(typed.shape, typed.values, target);
    }

    private static Ref make(String value, @Nullable String target) {
        if (value.isBlank() || value.length() > MAX_VALUE) {
            throw new InvalidFieldException(
                    "Ref", "value", "is blank or longer than 100 characters: use a record's id");
        }
        Shape shape = new Shape(OBJECT, new int[] {VALUE}, null);
        return new Ref(shape, new Object[] {value}, target);
    }

    /**
     * The id of the record, or a code where the field takes one.
     *
     * @return the value; empty only in a malformed answer
     */
    public Optional<String> value() {
        return text(VALUE);
    }

    /**
     * What the record was called when this was read: the full name of accounts and items, the display name of customers.
     *
     * @return the name; not always sent
     */
    public Optional<String> name() {
        return text(NAME);
    }

    /**
     * The kind of record, where a field can point to several.
     *
     * @return for instance {@code Customer}; mostly empty
     */
    public Optional<String> type() {
        return text(KIND);
    }

    /** The kind of record it was made from, or {@code null} where only an id was given. */
    @Nullable
    String target() {
        return target;
    }
}
