/**
 * Keeps single records in step: clients and service items both ways, invoices, payments and credit memos, refunds to QuickBooks.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.qbo.sync;

import org.jspecify.annotations.NullMarked;
