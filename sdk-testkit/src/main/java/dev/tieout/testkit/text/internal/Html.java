package dev.tieout.testkit.text.internal;

import dev.tieout.testkit.exchange.FakeResponse;

/** The frame of the fake's few pages. */
public final class Html {
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;"
            + "padding:0 1rem;color:#1b1f24}table{border-collapse:collapse;width:100%}"
            + "td,th{border-bottom:1px solid #d0d7de;padding:.3rem .5rem;text-align:left;vertical-align:top}"
            + "button{font:inherit;padding:.4rem 1rem}small,.note{color:#57606a}pre{overflow:auto;background:#f6f8fa;"
            + "padding:1rem}td.number{text-align:right;font-variant-numeric:tabular-nums}";

    private Html() {}

    /**
     * Escapes a text for use between tags and inside quoted attributes.
     *
     * @param text any text
     * @return the text, harmless
     */
    public static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * A whole page.
     *
     * @param status the HTTP status
     * @param title plain text
     * @param body HTML, already escaped
     * @return the answer
     */
    public static FakeResponse page(int status, String title, String body) {
        String html = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + text(title) + "</title><style>"
                + STYLE + "</style></head><body>" + body
                + "<p class=\"note\">A fake QuickBooks Online for tests. Not made by Intuit.</p></body></html>";
        return FakeResponse.text(status, "text/html;charset=UTF-8", html).withHeader("Cache-Control", "no-store");
    }
}
