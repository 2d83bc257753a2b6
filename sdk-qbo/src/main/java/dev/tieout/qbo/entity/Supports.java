package dev.tieout.qbo.entity;

/**
 * Marks on the entity classes that say which operations QuickBooks has for them, so that a call it would refuse does
 * not compile. The same facts at run time: {@link EntityType#operations()}.
 */
public final class Supports {
    private Supports() {}

    /** Can be created. */
    public interface Create {}

    /** Can be read by its id. */
    public interface Read {}

    /** Can be queried. */
    public interface Query {}

    /** Can be replaced as a whole. */
    public interface FullUpdate {}

    /** Can be changed field by field. */
    public interface SparseUpdate {}

    /** Can be deleted. */
    public interface Delete {}

    /** Can be voided. */
    @SuppressWarnings("JavaLangClash") // only ever written as Supports.Void
    public interface Void {}

    /** Can be sent by e-mail. */
    public interface Send {}

    /** Can be fetched as PDF. */
    public interface Pdf {}

    /** Can be made inactive. */
    public interface Inactivate {}

    /** Shows up in change data capture. */
    public interface Cdc {}
}
