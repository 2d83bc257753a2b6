package dev.tieout.matching.names;

/**
 * A QuickBooks text field whose content is bound by a rule.
 *
 * <p>Lengths are those of QuickBooks fact E5.6 (reference as of 2026). Colon, tab and newline are documented as
 * refused for the name parts of customers, vendors and employees; for items, classes and locations the colon separates
 * the levels of the hierarchy.
 */
public enum NameField {
    /** The name that is unique over customers, vendors and employees. */
    DISPLAY_NAME("DisplayName", 500, true, true),
    /** A title such as Dr. */
    TITLE("Title", 16, false, true),
    /** First name. */
    GIVEN_NAME("GivenName", 100, false, true),
    /** Middle name. */
    MIDDLE_NAME("MiddleName", 100, false, true),
    /** Last name. */
    FAMILY_NAME("FamilyName", 100, false, true),
    /** A suffix such as Jr. */
    SUFFIX("Suffix", 16, false, true),
    /** Company name: only its length is bound. */
    COMPANY_NAME("CompanyName", 100, false, false),
    /** The name that is printed on cheques. */
    PRINT_ON_CHECK_NAME("PrintOnCheckName", 110, false, true),
    /** Name of an item, unique under its parent. */
    ITEM_NAME("Name", 100, true, true),
    /** Code of an item: only its length is bound. */
    ITEM_SKU("Sku", 100, false, false),
    /** Name of a class, unique under its parent. */
    CLASS_NAME("Name", 100, true, true),
    /** Name of a location, unique under its parent. */
    DEPARTMENT_NAME("Name", 100, true, true);

    private final String element;
    private final int maxLength;
    private final boolean required;
    private final boolean separatorsRefused;

    NameField(String element, int maxLength, boolean required, boolean separatorsRefused) {
        this.element = element;
        this.maxLength = maxLength;
        this.required = required;
        this.separatorsRefused = separatorsRefused;
    }

    /**
     * The name of the JSON field, as QuickBooks gives it in the {@code element} of a fault.
     *
     * @return the field's name
     */
    public String element() {
        return element;
    }

    /**
     * The most that QuickBooks stores.
     *
     * @return the limit in UTF-16 units
     */
    public int maxLength() {
        return maxLength;
    }

    /**
     * Whether the field may not be blank.
     *
     * @return {@code true} if a blank value is a problem
     */
    public boolean required() {
        return required;
    }

    /** Whether colon, tab and newline are refused. */
    boolean separatorsRefused() {
        return separatorsRefused;
    }
}
