package dev.tieout.qbo.text.internal;

/** Text in a page or mail, where it can be nothing but text. Stateless. */
public final class Html {
    private Html() {}

    /**
     * Escapes what means something in HTML, in texts and in attributes; control characters and broken pairs become blanks.
     *
     * @param text any text
     * @return the same, harmless
     */
    public static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean shown = !Character.isISOControl(c) && !(c >= 0xD800 && c <= 0xDFFF);
                    out.appendCodePoint(shown ? c : ' ');
                }
            }
        });
        return out.toString();
    }
}
