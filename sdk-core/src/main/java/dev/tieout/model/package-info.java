/**
 * The app's side of the books: clients, service items, invoices, payments and credit memos as the host knows them.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.model;

import org.jspecify.annotations.NullMarked;
