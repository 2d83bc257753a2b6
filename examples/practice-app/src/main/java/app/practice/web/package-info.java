/** Pages. */
package app.practice.web;
