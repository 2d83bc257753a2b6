/** The app's side of the books: clients, service items, invoices and payments as the host knows them. */
@NullMarked
package dev.tieout.model;

import org.jspecify.annotations.NullMarked;
