package dev.tieout.qbo.api;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okio.Buffer;

/**
 * Cuts a batch into requests. QuickBooks promises no order within one and takes 30 items at most (QuickBooks facts
 * P5.2, P5.3), so an item that touches or names a record that an earlier item writes goes into a later request.
 */
final class BatchPlan {
    static final int LARGEST = 30;

    private BatchPlan() {}

    /** One request: the positions of its items, and what they touch. */
    private record Part(List<Integer> positions, Set<String> written, Set<String> named) {}

    /** The positions of the items of each request, in order. */
    static List<List<Integer>> cut(List<? extends BatchItem<?>> items) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Set<String> written = new HashSet<>();
            Set<String> named = new HashSet<>();
            if (items.get(i) instanceof BatchItem.OfWrite<?> write) {
                touched(write.write(), written, named);
            }
            place(parts, i, written, named);
        }
        return parts.stream().map(Part::positions).toList();
    }

    private static void place(List<Part> parts, int position, Set<String> written, Set<String> named) {
        int first = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (meet(part.written(), written) || meet(part.written(), named) || meet(part.named(), written)) {
                first = p + 1;
            }
        }
        while (first < parts.size() && parts.get(first).positions().size() >= LARGEST) {
            first++;
        }
        if (first == parts.size()) {
            parts.add(new Part(new ArrayList<>(), new HashSet<>(), new HashSet<>()));
        }
        Part part = parts.get(first);
        part.positions().add(position);
        part.written().addAll(written);
        part.named().addAll(named);
    }

    private static boolean meet(Set<String> one, Set<String> other) {
        return other.stream().anyMatch(one::contains);
    }

    /**
     * The ids that a body writes ({@code Id} at the top) and those it refers to ({@code value}, {@code TxnId} below). Kinds
     * are not told apart: two unrelated records of one id cost a request, never an error.
     */
    private static void touched(Write<?> write, Set<String> written, Set<String> named) {
        try {
            JsonReader reader = JsonReader.of(new Buffer().writeUtf8(write.body()));
            reader.beginObject();
            while (reader.hasNext()) {
                if (reader.nextName().equals("Id") && reader.peek() == JsonReader.Token.STRING) {
                    written.add(reader.nextString());
                } else {
                    references(reader, "", named);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void references(JsonReader reader, String name, Set<String> named) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                reader.beginObject();
                while (reader.hasNext()) {
                    references(reader, reader.nextName(), named);
                }
                reader.endObject();
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    references(reader, name, named);
                }
                reader.endArray();
            }
            case STRING -> {
                String text = reader.nextString();
                if (name.equals("value") || name.equals("TxnId")) {
                    named.add(text);
                }
            }
            default -> reader.skipValue();
        }
    }
}
