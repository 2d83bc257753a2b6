package dev.tieout.testkit.company;

/** Behaviour that nobody outside Intuit knows for sure, or that companies differ in; all off by default. */
public enum CompanySwitch {
    /** An inactive customer, vendor or employee blocks the clean form of its name (QuickBooks fact E5.10). */
    INACTIVE_BLOCKS_NAME,
    /** 6240 says "Another customer, vendor or employee is already using this name" (QuickBooks fact E5.3). */
    NAME_TAKEN_SAYS_ANY_NAME,
    /** 6240 says "Another customer is already using this name" with two blanks, also on create (text 2). */
    NAME_TAKEN_SAYS_CUSTOMER,
    /** 6240 leaks its template {@code $$customer$$} (text 4, 2014). */
    NAME_TAKEN_LEAKS_TEMPLATE,
    /** 6240 ends with {@code Id=} and the owner's Id; documented, never recorded. */
    NAME_TAKEN_SHOWS_ID,
    /** Names are compared letter for letter and kept with their blanks. */
    STRICT_NAMES,
    /** A sales form for an inactive customer is refused with 6250 in place of 2500. */
    INACTIVE_CUSTOMER_IS_6250,
    /** Deleting an invoice with payments leaves them unapplied; otherwise it is refused with 6000. */
    DELETE_UNAPPLIES_PAYMENTS,
    /** Delete and void do not look at the SyncToken. */
    LENIENT_DELETE_TOKEN,
    /** Voiding an invoice with payments leaves them unapplied, as Intuit's page says; otherwise it is refused with 6000. */
    VOID_UNAPPLIES_PAYMENTS,
    /** A payment on a deposit cannot be changed at all; otherwise only its amount, date, account and customer are locked. */
    DEPOSITED_PAYMENT_FULLY_LOCKED,
    /** A sparse update of a payment that sends no lines takes all of them off; otherwise they stay. */
    SPARSE_PAYMENT_WITHOUT_LINES_UNAPPLIES,
    /** A discount line without amount and percentage is dropped without a word; otherwise 6090. */
    EMPTY_DISCOUNT_DROPPED,
    /** A sales form may have several discount lines; otherwise 6000. */
    MANY_DISCOUNTS_ALLOWED,
    /** The line of a bundle shows the sum of its inner lines; otherwise 0, as recorded in 2016. */
    BUNDLE_SHOWS_SUM,
    /** Discounts, shipping and deposits are dropped without a word while their preference is off; otherwise taken. */
    FEATURE_OFF_DROPS,
    /** Discounts, shipping and deposits are refused with 5030 while their preference is off; otherwise taken. */
    FEATURE_OFF_REFUSES,
    /** Unless numbers are custom, a DocNumber that is sent on create is replaced by the next one; otherwise kept. */
    SENT_DOC_NUMBERS_IGNORED,
    /** A transaction without CurrencyRef takes its customer's or vendor's currency; otherwise home, and may be refused. */
    CURRENCY_DEFAULTS_TO_CUSTOMER,
    /** A foreign transaction without a rate takes the list's; otherwise sales take 1 and purchases are refused. */
    MISSING_RATE_FROM_LIST,
    /** A foreign transaction without a rate is refused with 2410, sales forms and payments too. */
    MISSING_RATE_REFUSED,
    /** Without multicurrency even the home currency's CurrencyRef is refused. */
    HOME_CURRENCY_REFUSED,
    /** A currency that a new customer or vendor asks for is ignored without a word: it gets the home currency. */
    PARTY_CURRENCY_IGNORED,
    /** A currency the company does not use yet is refused with 2220; otherwise it is put into use. */
    UNUSED_CURRENCY_REFUSED,
    /** A JSON null in a sparse update clears the field; otherwise it counts as not sent. */
    NULL_CLEARS,
    /** An empty text in a sparse update counts as not sent; otherwise it clears the field. */
    EMPTY_TEXT_KEEPS,
    /** A sparse update of an address changes the parts that are sent; otherwise it replaces the address. */
    SPARSE_ADDRESSES_MERGE,
    /** {@code Active: true} alone gives a record its clean name back; otherwise the write must carry it. */
    REACTIVATION_RESTORES_NAME,
    /** A record that was merged into another cannot be read any more (610); otherwise it is inactive. */
    MERGED_RECORDS_UNREADABLE,
    /** Queries cannot be ordered by Id (4001), as announced in November 2025. */
    IDS_NOT_SORTABLE,
    /** The addresses of CompanyInfo show countries as three letters, {@code USA}, since September 2025. */
    COUNTRIES_IN_THREE_LETTERS,
    /** Addresses show no Lat and Long, as announced for September 2025; sandboxes of May 2026 still do. */
    COORDINATES_HIDDEN,
    /** With custom numbers a DocNumber is unique over all transactions, otherwise per type. */
    DOC_NUMBERS_UNIQUE_ACROSS_TYPES,
    /** The company does not warn of duplicate numbers: 6140 is never answered. */
    DUPLICATE_DOC_NUMBERS_ALLOWED,
    /** A payment line larger than the invoice's balance is cut; otherwise refused with 6000. */
    CAP_OVERAPPLIED_PAYMENT,
    /** Names of sub-customers are unique under their parent only. */
    SUB_CUSTOMER_NAMES_PER_PARENT,
    /** Half cents of tax go to the even cent. */
    TAX_HALF_EVEN,
    /** Automated sales tax: a simulated engine computes the tax, one cent off what manual tax would give. */
    AUTOMATED_SALES_TAX,
    /** Classes and locations cannot be made while their tracking is off (5030). */
    CLASSES_NEED_FEATURE,
    /** A class or location reference is refused while its tracking is off; otherwise dropped. */
    CLASS_WITHOUT_TRACKING_REFUSED,
    /** AutoApplyCredit and AutoApplyPayments of the preferences take effect. */
    AUTO_APPLY,
    /** Sending by e-mail does not move the SyncToken. */
    SEND_KEEPS_TOKEN,
    /** The closed books have no password: 6200 in place of 6210. */
    CLOSED_WITHOUT_PASSWORD,
    /** The same requestid is executed again. */
    REQUEST_IDS_IGNORED,
    /** The same requestid is refused with 600 in place of the first answer. */
    REQUEST_ID_REPEAT_IS_600,
    /** The same requestid is refused with 6000 in place of the first answer. */
    REQUEST_ID_REPEAT_IS_6000,
    /** A batch is executed and answered last item first: neither order nor place may be relied on. */
    BATCHES_RUN_BACKWARDS,
    /** The subscription has lapsed: every write is refused with 6190, and CompanyInfo says {@code EXPIRED}. */
    SUBSCRIPTION_LAPSED,
    /** The 6190 refusal comes with HTTP 200, as seen in 2019. */
    LAPSED_ANSWERS_200,
    /** Change data capture looks back without limit, as a sandbox did in 2020; otherwise 30 days. */
    CHANGES_WITHOUT_LIMIT,
    /** Rows move while a client pages: each page of a query touches one row before it (QuickBooks fact P6.6). */
    UNSTABLE_PAGES
}
