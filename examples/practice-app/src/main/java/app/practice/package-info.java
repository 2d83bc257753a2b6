/** A practice-management app: a host of the library to click through and to copy from. */
package app.practice;
