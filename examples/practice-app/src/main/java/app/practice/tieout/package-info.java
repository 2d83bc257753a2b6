/** What the library needs of a Spring Boot app. */
package app.practice.tieout;
