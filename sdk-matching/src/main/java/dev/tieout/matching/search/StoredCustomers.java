package dev.tieout.matching.search;

import dev.tieout.RemoteId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Customers as UTF-8 in one array, about a third of what the objects take. Immutable once it is filled. */
final class StoredCustomers {
    private static final int ACTIVE = 1;
    private static final int LINKED = 2;
    private static final int COMPANY = 4;

    private final int[] offsets;
    private byte[] text;
    private int end;

    StoredCustomers(int size) {
        offsets = new int[size];
        text = new byte[Math.max(64, size * 64)];
    }

    int size() {
        return offsets.length;
    }

    void set(int row, CustomerSearchEntry entry) {
        offsets[row] = end;
        int flags = (entry.active() ? ACTIVE : 0) | (entry.linked() ? LINKED : 0);
        room(3);
        text[end++] = (byte) (entry.companyName() == null ? flags : flags | COMPANY);
        text[end++] = (byte) entry.emails().size();
        text[end++] = (byte) entry.phones().size();
        append(entry.id().value());
        append(entry.displayName());
        if (entry.companyName() != null) {
            append(entry.companyName());
        }
        entry.emails().forEach(this::append);
        entry.phones().forEach(this::append);
    }

    void trim() {
        text = Arrays.copyOf(text, end);
    }

    CustomerSearchEntry get(int row) {
        Reader reader = new Reader(offsets[row]);
        int flags = reader.next();
        int emails = reader.next();
        int phones = reader.next();
        RemoteId id = RemoteId.of(reader.text());
        String displayName = reader.text();
        String companyName = (flags & COMPANY) == 0 ? null : reader.text();
        List<String> addresses = new ArrayList<>(emails);
        for (int i = 0; i < emails; i++) {
            addresses.add(reader.text());
        }
        List<String> numbers = new ArrayList<>(phones);
        for (int i = 0; i < phones; i++) {
            numbers.add(reader.text());
        }
        return new CustomerSearchEntry(
                id, displayName, companyName, addresses, (flags & ACTIVE) != 0, (flags & LINKED) != 0, numbers);
    }

    RemoteId id(int row) {
        return RemoteId.of(new Reader(offsets[row] + 3).text());
    }

    private void append(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > 0xFFFF) {
            throw new IllegalArgumentException(
                    "a name or address of " + value.length() + " characters is longer than any QuickBooks field");
        }
        room(utf8.length + 2);
        text[end++] = (byte) (utf8.length >> 8);
        text[end++] = (byte) utf8.length;
        System.arraycopy(utf8, 0, text, end, utf8.length);
        end += utf8.length;
    }

    private void room(int length) {
        if (text.length - end < length) {
            text = Arrays.copyOf(text, Math.addExact(text.length, Math.max(length, text.length >> 1)));
        }
    }

    /** Reads on from one place. */
    private final class Reader {
        private int at;

        Reader(int at) {
            this.at = at;
        }

        int next() {
            return text[at++] & 0xFF;
        }

        String text() {
            int length = next() << 8 | next();
            String value = new String(text, at, length, StandardCharsets.UTF_8);
            at += length;
            return value;
        }
    }
}
