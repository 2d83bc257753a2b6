package dev.tieout.examples.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text, columns as wide as they need to be; all but the last are cut at a limit. */
final class Table {
    private static final int WIDEST = 40;

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
    }

    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            row.add(cut(cells[i], i == cells.length - 1 ? Integer.MAX_VALUE : WIDEST));
        }
        rows.add(row);
        return this;
    }

    void print(PrintStream out) {
        if (rows.isEmpty()) {
            out.println("  (none)");
            return;
        }
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    header.get(i).length(),
                    rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
        }
        line(out, header, widths);
        out.println("  " + "-".repeat(Arrays.stream(widths).sum() + 2 * (widths.length - 1)));
        rows.forEach(row -> line(out, row, widths));
    }

    private static void line(PrintStream out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("  ");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            int blanks = widths[i] - length(cell);
            boolean number = cell.matches("-?[0-9][0-9,.]*");
            line.append(number ? " ".repeat(blanks) + cell : cell + " ".repeat(blanks))
                    .append("  ");
        }
        out.println(line.toString().stripTrailing());
    }

    private static String cut(Object cell, int widest) {
        String text = String.valueOf(cell).strip().replaceAll("\\s+", " ");
        return length(text) <= widest ? text : text.substring(0, text.offsetByCodePoints(0, widest - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
