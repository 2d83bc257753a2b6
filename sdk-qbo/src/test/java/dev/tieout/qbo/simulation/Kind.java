package dev.tieout.qbo.simulation;

/** The kinds of record, with QuickBooks' word for each. Their order is the order of parents before children. */
enum Kind {
    CLIENT("Customer", false),
    ITEM("Item", false),
    INVOICE("Invoice", true),
    PAYMENT("Payment", true);

    final String entity;
    /** Travels one way, and ends by a void. */
    final boolean money;

    Kind(String entity, boolean money) {
        this.entity = entity;
        this.money = money;
    }

    static Kind of(String entity) {
        for (Kind kind : values()) {
            if (kind.entity.equals(entity)) {
                return kind;
            }
        }
        return null;
    }
}
