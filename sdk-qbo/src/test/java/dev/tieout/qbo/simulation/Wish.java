package dev.tieout.qbo.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the app wants of one record, in plain words: a text for each field, {@code null} where it has none. Each wish has
 * a mark that no other has, {@code ~i-3~}, which its record carries into QuickBooks in a text that is never cleared.
 */
final class Wish {
    final Kind kind;
    final String id;
    final Map<String, String> fields = new TreeMap<>();
    /** Invoice lines: mark, item, qty, price, amount, description, class. */
    List<Map<String, String>> lines = new ArrayList<>();
    /** Payment: invoice id to amount. */
    Map<String, String> allocations = new LinkedHashMap<>();
    /** Names of canonical fields on which both sides ever had a value: clearing them is a wish, too. */
    final Set<String> known = new HashSet<>();
    /** Names of canonical fields the app ever handed over with a value, whether it went out or was taken back before. */
    final Set<String> handedOnce = new HashSet<>();
    /** Edited, and not yet handed over for certain. */
    final Set<String> dirty = new HashSet<>();
    /** The app wants it void. */
    boolean ended;
    /** The library took it at least once. */
    boolean handed;
    /** The library took the end. */
    boolean endSaid;
    /** How often a person had it sent anew: as many records more are no fault. */
    int resends;
    /** A person unmatched it, and the link is to stay away. */
    boolean out;
    /** The library took the unmatch, and was not yet told to link it again. */
    boolean outSaid;

    Wish(Kind kind, String id) {
        this.kind = kind;
        this.id = id;
    }

    String mark() {
        return "~" + id + "~";
    }

    String get(String field) {
        return fields.get(field);
    }

    void set(String field, String value) {
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
    }

    /** The library made it from a record of QuickBooks: its name has no mark. */
    boolean cameFromBooks() {
        return id.matches("[cs]-9\\d\\d");
    }

    boolean active() {
        return !"false".equals(fields.get("active"));
    }

    @Override
    public String toString() {
        return id;
    }
}
