package dev.tieout.matching.internal;

import java.util.Set;

/** The words of a street line that tell little: types, directions, units. */
final class Streets {
    private static final Set<String> WEAK = Set.of(
            ("street st avenue ave av boulevard blvd blv road rd drive dr lane ln court ct place pl way terrace ter"
                            + " circle cir square sq parkway pkwy highway hwy crescent cres close grove trail trl"
                            + " north south east west n s e w ne nw se sw northeast northwest southeast southwest the of")
                    .split(" "));
    private static final Set<String> UNIT =
            Set.of("apt", "apartment", "ste", "suite", "unit", "floor", "fl", "room", "rm", "bldg", "building", "flat");

    private Streets() {}

    static boolean isTypeOrDirection(String word) {
        return WEAK.contains(word);
    }

    static boolean startsUnit(String word, int gap) {
        return UNIT.contains(word) || (gap & Tokens.HASH) != 0;
    }
}
