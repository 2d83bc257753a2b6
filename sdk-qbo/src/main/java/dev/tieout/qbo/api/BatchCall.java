package dev.tieout.qbo.api;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.EntityTypes;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.QboFault;
import dev.tieout.qbo.http.internal.Answer;
import dev.tieout.qbo.http.internal.FaultReader;
import dev.tieout.qbo.http.internal.FaultRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The body of one batch request, and the reading of its answer. Immutable. */
final class BatchCall {
    private final List<BatchItem<?>> items;
    private final List<String> ids;
    private final String requestId;

    /** Items under a {@code bId} that counts from 1. */
    BatchCall(List<BatchItem<?>> items, String requestId) {
        this(
                items,
                IntStream.rangeClosed(1, items.size())
                        .mapToObj(Integer::toString)
                        .toList(),
                requestId);
    }

    /** Items under the ids given, in the same order. */
    BatchCall(List<BatchItem<?>> items, List<String> ids, String requestId) {
        this.items = items;
        this.ids = ids;
        this.requestId = requestId;
    }

    byte[] body() {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.beginObject().name("BatchItemRequest").beginArray();
            for (int i = 0; i < items.size(); i++) {
                writer.beginObject().name("bId").value(ids.get(i));
                if (items.get(i) instanceof BatchItem.OfWrite<?> item) {
                    write(writer, item.write());
                } else if (items.get(i) instanceof BatchItem.OfQuery<?> item) {
                    writer.name("Query").value(item.query().text());
                }
                writer.endObject();
            }
            writer.endArray().endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readByteArray();
    }

    private static void write(JsonWriter writer, Write<?> write) throws IOException {
        switch (write.operation()) {
            case CREATE -> writer.name("operation").value("create");
            case UPDATE, REPLACE, INACTIVATE -> writer.name("operation").value("update");
            case DELETE -> writer.name("operation").value("delete");
            // In a batch all voids are updates with an option (QuickBooks fact P5.4).
            case VOID ->
                writer.name("operation").value("update").name("optionsData").value("void");
        }
        writer.name(write.type().name());
        try (BufferedSink sink = writer.valueSink()) {
            sink.writeUtf8(write.body());
        }
    }

    /** Says whether any of it changes something. */
    boolean writes() {
        return items.stream().anyMatch(BatchItem.OfWrite.class::isInstance);
    }

    List<BatchOutcome> read(Answer answer) throws IOException {
        Map<String, BatchOutcome> byId = new HashMap<>();
        JsonReader reader = JsonReader.of(answer.body());
        boolean found = false;
        reader.beginObject();
        while (reader.hasNext()) {
            if (reader.nextName().equals("BatchItemResponse")) {
                found = true;
                reader.beginArray();
                while (reader.hasNext()) {
                    item(reader, byId, answer);
                }
                reader.endArray();
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        if (!found) {
            throw new JsonDataException("no BatchItemResponse");
        }
        List<BatchOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            @Nullable BatchOutcome outcome = byId.get(ids.get(i));
            outcomes.add(outcome == null ? missing(items.get(i), answer) : outcome);
        }
        return outcomes;
    }

    private void item(JsonReader reader, Map<String, BatchOutcome> byId, Answer answer) throws IOException {
        String bId = "";
        @Nullable BatchOutcome good = null;
        List<QboFault> faults = List.of();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            Optional<EntityType<?>> type = EntityTypes.byName(name);
            if (name.equals("bId")) {
                bId = reader.nextString();
            } else if (name.equals("Fault")) {
                faults = FaultReader.fault(reader, 400);
            } else if (name.equals("QueryResponse")) {
                good = new BatchOutcome.Found(rows(reader));
            } else if (type.isPresent() && reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
                good = new BatchOutcome.Written(type.get().codec().read(reader), answer.mayRepeat());
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        if (!faults.isEmpty()) {
            byId.put(bId, refused(what(bId), faults, answer, requestId));
        } else if (good != null) {
            byId.put(bId, good);
        }
    }

    private static List<QboEntity> rows(JsonReader reader) throws IOException {
        List<QboEntity> rows = new ArrayList<>();
        reader.beginObject();
        while (reader.hasNext()) {
            Optional<EntityType<?>> type = EntityTypes.byName(reader.nextName());
            if (type.isPresent() && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                reader.beginArray();
                while (reader.hasNext()) {
                    rows.add(type.get().codec().read(reader));
                }
                reader.endArray();
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        return rows;
    }

    private String what(String bId) {
        int position = ids.indexOf(bId);
        return position >= 0 ? what(items.get(position)) : "do a batch item";
    }

    /** What the faults of one of several things that were asked for at once mean for it. */
    static BatchOutcome refused(String what, List<QboFault> faults, Answer answer, String requestId) {
        FaultReport report =
                FaultRules.report(faults, 200, answer.intuitTid(), null).withRequestId(requestId);
        boolean systemFault = report.firstCode().equals(Optional.of("10000"));
        // Whatever is refused of a repeat may be about what the first request did: it says nothing of that one.
        boolean replay = answer.mayRepeat();
        if (systemFault || replay || report.kind() == FaultKind.OUTCOME_UNKNOWN) {
            return new BatchOutcome.Unknown(QboException.of(what, report.as(FaultKind.OUTCOME_UNKNOWN), null));
        }
        return new BatchOutcome.Failed(QboException.of(what, report, null));
    }

    private BatchOutcome missing(BatchItem<?> item, Answer answer) {
        FaultReport report = new FaultReport(
                item instanceof BatchItem.OfWrite<?> ? FaultKind.OUTCOME_UNKNOWN : FaultKind.TRANSIENT,
                List.of(),
                200,
                answer.intuitTid(),
                requestId,
                null);
        return unsettled(item, QboException.of(what(item), report, null));
    }

    /** What a failure of the whole request means for one of its items. */
    static BatchOutcome unsettled(BatchItem<?> item, QboException failure) {
        boolean unknown = failure.kind() == FaultKind.OUTCOME_UNKNOWN && item instanceof BatchItem.OfWrite<?>;
        return unknown ? new BatchOutcome.Unknown(failure) : new BatchOutcome.Failed(failure);
    }

    private static String what(BatchItem<?> item) {
        if (item instanceof BatchItem.OfWrite<?> write) {
            return write.write().operation().word() + " " + write.write().type().name();
        }
        return "query";
    }
}
