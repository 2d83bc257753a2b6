package dev.tieout.testkit.company.internal.query;

import dev.tieout.testkit.company.internal.query.Lexer.Kind;
import dev.tieout.testkit.company.internal.query.Lexer.Token;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The grammar of queries (QuickBooks fact P6.1): keywords in any case, ORDERBY in one word or two, STARTPOSITION and
 * MAXRESULTS in either order. Faults are worded like the recorded ones.
 */
final class Parser {
    private static final int DEFAULT_ROWS = 100;
    private static final int MOST_ROWS = 1000;
    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "!=");
    private static final List<String> AFTER_VALUE = List.of(
            "<EOF> ",
            "<AND> ...",
            "\"iterator\" ...",
            "\"maxresults\" ...",
            "<OR> ...",
            "\"order\" ...",
            "\"orderby\" ...",
            "\"startposition\" ...");
    private static final List<String> AFTER_PROPERTY = List.of(
            "<EOF> ",
            "\".\" ...",
            "<AND> ...",
            "\"between\" ...",
            "\"contains\" ...",
            "\"=\" ...",
            "\"in\" ...",
            "\"iterator\" ...",
            "\"like\" ...",
            "\"maxresults\" ...",
            "\"!=\" ...",
            "<NOT> ...",
            "<OR> ...",
            "\"order\" ...",
            "\"orderby\" ...",
            "\"startposition\" ...",
            "\"=\" ...",
            "\"!=\" ...",
            "\"=\" ...",
            "\"!=\" ...",
            "\"=\" ...",
            "\"!=\" ...",
            "\".\" ...");
    private static final Set<String> WORD_VALUES = Set.of("true", "false", "current_date", "null");
    private static final List<String> IDENTIFIER = List.of("<IDENTIFIER> ...");

    private final Lexer lexer;
    private final List<Token> tokens;
    private int at;
    private boolean count;
    private boolean all;
    private final List<String> fields = new ArrayList<>();
    private final List<Statement.Condition> conditions = new ArrayList<>();
    private final List<Statement.Order> orders = new ArrayList<>();
    private int start = 1;
    private int most = DEFAULT_ROWS;

    Parser(String text) {
        this.lexer = new Lexer(text);
        this.tokens = lexer.tokens();
    }

    Statement statement() {
        expect("select", "\"select\" ...");
        projection();
        expect("from", "\"from\" ...");
        String entity = identifier();
        if (accept("where")) {
            conditions();
        }
        tail();
        if (peek().kind() != Kind.END) {
            throw unexpected(AFTER_VALUE);
        }
        return new Statement(count, all, fields, entity, conditions, orders, start, most);
    }

    private void projection() {
        if (peek().is("count") && at + 1 < tokens.size() && tokens.get(at + 1).is("(")) {
            at += 2;
            expect("*", "\"*\" ...");
            expect(")", "\")\" ...");
            count = true;
            return;
        }
        do {
            if (accept("*")) {
                all = true;
            } else {
                String path = path();
                boolean star = path.endsWith(".*");
                fields.add(star ? path.substring(0, path.length() - 2) : path);
            }
        } while (accept(","));
    }

    private void conditions() {
        do {
            boolean bracket = accept("(");
            condition();
            if (bracket) {
                expect(")", "\")\" ...");
            }
        } while (accept("and"));
        if (peek().is("or")) {
            throw QboFault.of(4001, "QueryValidationError: Operator OR is not supported");
        }
    }

    private void condition() {
        if (peek().is("not")) {
            throw QboFault.of(4001, "QueryValidationError: Operator NOT is not supported");
        }
        String path = path();
        Token operator = peek();
        if (operator.kind() == Kind.SYMBOL && COMPARISONS.contains(operator.text())) {
            if (!operator.text().equals("=") && !literal(tokens.get(Math.min(at + 1, tokens.size() - 1)))) {
                throw unexpected(AFTER_PROPERTY);
            }
            at++;
            conditions.add(new Statement.Condition(path, operator.text(), List.of(value())));
        } else if (accept("in")) {
            conditions.add(new Statement.Condition(path, "in", values()));
        } else if (accept("like")) {
            conditions.add(new Statement.Condition(path, "like", List.of(value())));
        } else if (accept("contains")) {
            conditions.add(new Statement.Condition(path, "like", List.of("%" + value() + "%")));
        } else if (accept("between")) {
            conditions.add(new Statement.Condition(path, ">=", List.of(value())));
            expect("and", "<AND> ...");
            conditions.add(new Statement.Condition(path, "<=", List.of(value())));
        } else if (operator.is("not") || operator.is("is")) {
            throw QboFault.of(4001, "QueryValidationError: Operator NOT is not supported");
        } else {
            throw unexpected(AFTER_PROPERTY);
        }
    }

    private List<String> values() {
        expect("(", "\"(\" ...");
        List<String> values = new ArrayList<>();
        do {
            values.add(value());
        } while (accept(","));
        expect(")", "\")\" ...");
        return values;
    }

    private static boolean literal(Token token) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        return token.kind() == Kind.STRING
                || token.kind() == Kind.NUMBER
                || token.kind() == Kind.BROKEN
                || (token.kind() == Kind.WORD && WORD_VALUES.contains(lower));
    }

    private String value() {
        Token token = peek();
        if (literal(token)) {
            at++;
            return token.kind() == Kind.WORD && token.is("null") ? " " : token.text();
        }
        throw unexpected(List.of("<STRING_LITERAL> ...", "<INTEGER_LITERAL> ...", "\"false\" ...", "\"true\" ..."));
    }

    private void tail() {
        boolean more = true;
        while (more) {
            if (accept("orderby")) {
                orders();
            } else if (peek().is("order")) {
                at++;
                expect("by", "\"by\" ...");
                orders();
            } else if (accept("startposition")) {
                start = number(1, Integer.MAX_VALUE);
            } else if (accept("maxresults")) {
                most = number(1, MOST_ROWS);
            } else {
                more = false;
            }
        }
    }

    private void orders() {
        do {
            String path = path();
            boolean descending = accept("desc");
            if (!descending) {
                accept("asc");
            }
            orders.add(new Statement.Order(path, descending));
        } while (accept(","));
    }

    private int number(int least, int greatest) {
        Token token = peek();
        if (token.kind() != Kind.NUMBER && token.kind() != Kind.STRING) {
            throw unexpected(List.of("<INTEGER_LITERAL> ..."));
        }
        at++;
        long number;
        try {
            number = Long.parseLong(token.text().strip());
        } catch (NumberFormatException noNumber) {
            at--;
            throw unexpected(List.of("<INTEGER_LITERAL> ..."));
        }
        if (number < least) {
            throw QboFault.of(
                    4001, "QueryValidationError: value " + number + " is too small. Min allowed value is " + least);
        }
        if (number > greatest) {
            throw QboFault.of(
                    4001, "QueryValidationError: value " + number + " is too large. Max allowed value is " + greatest);
        }
        return (int) number;
    }

    private String path() {
        StringBuilder path = new StringBuilder(identifier());
        while (accept(".")) {
            path.append('.').append(accept("*") ? "*" : identifier());
        }
        return path.toString();
    }

    private String identifier() {
        Token token = peek();
        if (token.kind() != Kind.WORD || token.is("null") || token.is("from") || token.is("where")) {
            throw unexpected(IDENTIFIER);
        }
        at++;
        return token.text();
    }

    private Token peek() {
        Token token = tokens.get(Math.min(at, tokens.size() - 1));
        QboFault fault = lexer.fault();
        if (token.kind() == Kind.BROKEN && fault != null) {
            throw fault;
        }
        return token;
    }

    private boolean accept(String word) {
        if (peek().kind() != Kind.END && peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word, String name) {
        if (!accept(word)) {
            throw unexpected(List.of(name));
        }
    }

    private QboFault unexpected(List<String> expected) {
        Token token = peek();
        StringBuilder detail = new StringBuilder("QueryParserError: Encountered \"")
                .append(token.described())
                .append("\" at line 1, column ")
                .append(token.column())
                .append(".\nWas expecting")
                .append(expected.size() == 1 ? ":\n    " : " one of:\n    ");
        expected.forEach(one -> detail.append(one).append("\n    "));
        return QboFault.of(4000, detail.toString());
    }
}
