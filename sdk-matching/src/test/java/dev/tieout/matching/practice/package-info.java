/** Invented practices of any size, with the truth beside them, from a seed. */
package dev.tieout.matching.practice;
