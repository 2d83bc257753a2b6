package dev.tieout.testkit.company.internal.query;

import dev.tieout.testkit.company.internal.wire.QboFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a query into words; what is no word is a lexical error, code 4000 (QuickBooks fact P3.30). */
final class Lexer {
    private static final Set<String> KEYWORDS = Set.of(
            "select",
            "from",
            "where",
            "and",
            "or",
            "not",
            "in",
            "like",
            "between",
            "contains",
            "order",
            "by",
            "orderby",
            "asc",
            "desc",
            "startposition",
            "maxresults",
            "iterator",
            "null",
            "true",
            "false");
    private static final String SYMBOLS = ",()*=<>!.";

    private final String text;
    private int at;
    private @Nullable QboFault fault;

    /** The kinds of words. */
    enum Kind {
        WORD,
        STRING,
        NUMBER,
        SYMBOL,
        BROKEN,
        END
    }

    /**
     * One word.
     *
     * @param kind its kind
     * @param text its text; of a string what it means
     * @param image how it was written
     * @param column where it starts, from 1
     */
    record Token(Kind kind, String text, String image, int column) {
        boolean is(String word) {
            return kind != Kind.STRING && text.equalsIgnoreCase(word);
        }

        /** The word as the real parser names it in its complaints. */
        String described() {
            String lower = text.toLowerCase(Locale.ROOT);
            return switch (kind) {
                case END, BROKEN -> "<EOF>";
                case STRING -> " <STRING_LITERAL> \"" + image + " \"";
                case NUMBER -> " <INTEGER_LITERAL> \"" + image + " \"";
                case SYMBOL -> " \"" + text + "\" \"" + image + " \"";
                case WORD ->
                    KEYWORDS.contains(lower)
                            ? " \"" + lower + "\" \"" + image + " \""
                            : " <IDENTIFIER> \"" + image + " \"";
            };
        }
    }

    Lexer(String text) {
        this.text = text;
    }

    /** The lexical fault behind the last token, {@code null} if there is none. */
    @Nullable
    QboFault fault() {
        return fault;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at >= text.length()) {
                tokens.add(new Token(Kind.END, "", "", text.length() + 1));
                return tokens;
            }
            try {
                tokens.add(next());
            } catch (QboFault lexical) {
                // The real lexer stumbles only when the parser gets there, so the fault waits.
                fault = lexical;
                tokens.add(new Token(Kind.BROKEN, "", "", at + 1));
                return tokens;
            }
        }
    }

    private Token next() {
        int start = at;
        char first = text.charAt(at);
        if (first == '\'') {
            return string(start);
        }
        if ((Character.isLetter(first) && first < 128) || first == '_') {
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            return token(Kind.WORD, start);
        }
        boolean negative = first == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
        if (isDigit(first) || negative) {
            at++;
            while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return token(Kind.NUMBER, start);
        }
        if (SYMBOLS.indexOf(first) >= 0) {
            at++;
            boolean pair =
                    at < text.length() && text.charAt(at) == '=' && (first == '<' || first == '>' || first == '!');
            at += pair ? 1 : 0;
            return token(Kind.SYMBOL, start);
        }
        throw lexical(start);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private Token token(Kind kind, int start) {
        String image = text.substring(start, at);
        return new Token(kind, image, image, start + 1);
    }

    private Token string(int start) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
            at += escape ? 1 : 0;
            value.append(text.charAt(at));
            at++;
        }
        if (at >= text.length()) {
            at = start;
            throw lexical(start);
        }
        at++;
        return new Token(Kind.STRING, value.toString(), text.substring(start, at), start + 1);
    }

    private QboFault lexical(int position) {
        int code = text.codePointAt(position);
        return QboFault.of(
                4000,
                "QueryParserError: Invalid content. Lexical error at line 1, column " + (position + 1)
                        + ".  Encountered: \"" + Character.toString(code) + "\" (" + code + "), after : \"\"");
    }
}
