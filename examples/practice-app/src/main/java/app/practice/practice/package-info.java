/** What the firm has: clients, services, invoices and payments, in one table. */
package app.practice.practice;
