package dev.tieout.testkit.history;

import java.nio.charset.StandardCharsets;

/** Finds a member at the top of a JSON object without reading the whole of it into values, and without failing. */
final class JsonScan {
    private JsonScan() {}

    static boolean hasTopLevel(byte[] json, String name) {
        byte[] wanted = ('"' + name + '"').getBytes(StandardCharsets.UTF_8);
        int depth = 0;
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> {
                    if (depth == 1 && matches(json, i, wanted) && isName(json, i + wanted.length)) {
                        return true;
                    }
                    i = endOfString(json, i);
                }
                default -> {
                    // Numbers, literals, blanks and punctuation do not matter here.
                }
            }
        }
        return false;
    }

    private static boolean matches(byte[] json, int at, byte[] wanted) {
        if (at + wanted.length > json.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (json[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(byte[] json, int at) {
        int i = at;
        while (i < json.length && (json[i] == ' ' || json[i] == '\n' || json[i] == '\r' || json[i] == '\t')) {
            i++;
        }
        return i < json.length && json[i] == ':';
    }

    private static int endOfString(byte[] json, int start) {
        int i = start + 1;
        while (i < json.length && json[i] != '"') {
            i += json[i] == '\\' ? 2 : 1;
        }
        return i;
    }
}
