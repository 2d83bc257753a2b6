package dev.tieout.qbo.text.internal;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of comma-separated values (RFC 4180) that no spreadsheet takes for formulas. Stateless. */
public final class Csv {
    /** What a spreadsheet takes for the beginning of a formula, in full width too. */
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String CONTROLS = "\t\r\n";

    private Csv() {}

    /**
     * Writes a line, its end included. A text that begins like a formula, blanks in front or not, gets an apostrophe, which
     * spreadsheets do not show; a number stays one.
     *
     * @param cells what stands in it; {@code null} is an empty cell
     * @return the line
     */
    public static String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String harmless = value instanceof Number || !isFormula(text) ? text : "'" + text;
        boolean quoted =
                harmless.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) || !harmless.equals(harmless.strip());
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static boolean isFormula(String text) {
        String bare = text.strip();
        return (!text.isEmpty() && CONTROLS.indexOf(text.charAt(0)) >= 0)
                || (!bare.isEmpty() && SIGNS.indexOf(bare.charAt(0)) >= 0);
    }
}
