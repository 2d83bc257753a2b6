package dev.tieout.sync;

/** What becomes of an invoice, payment or credit memo whose client is not linked with a customer. */
public enum CustomerPolicy {
    /** It waits until a person links the client or creates its customer. */
    LINKED_ONLY,
    /** The one active customer with the client's e-mail address is linked; where no customer has it, one is created. Several customers, or one
     * of another name, are asked about. A client that a person keeps out or took apart is never touched. */
    MATCH_ELSE_CREATE
}
