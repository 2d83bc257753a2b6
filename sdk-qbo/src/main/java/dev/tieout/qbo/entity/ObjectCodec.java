package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.tieout.qbo.entity.internal.EntityCodec;
import dev.tieout.qbo.entity.internal.QueryPage;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Consumer;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** The codec of one entity, driven by its {@link ObjectType}. Immutable, thread-safe. */
final class ObjectCodec<T extends QboEntity> implements EntityCodec<T> {
    private static final String ACTIVE = "Active";

    private final ObjectType<T> type;
    private final Set<Operation> operations;

    ObjectCodec(ObjectType<T> type, Set<Operation> operations) {
        this.type = type;
        this.operations = operations;
    }

    @Override
    public T read(JsonReader reader) throws IOException {
        return type.read(reader, new Scratch());
    }

    @Override
    public T readEnvelope(BufferedSource body) throws IOException {
        JsonReader reader = JsonReader.of(body);
        T entity = null;
        reader.beginObject();
        while (reader.hasNext()) {
            if (reader.nextName().equals(type.name)) {
                entity = read(reader);
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        if (entity == null) {
            throw new JsonDataException("The answer has no member " + type.name);
        }
        return entity;
    }

    @Override
    public QueryPage readQuery(BufferedSource body, Consumer<? super T> each) throws IOException {
        JsonReader reader = JsonReader.of(body);
        QueryPage page = null;
        OffsetDateTime time = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "QueryResponse" -> page = readPage(reader, each);
                case "time" -> time = Wire.moment(reader.nextString());
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        if (page == null) {
            throw new JsonDataException("The answer has no member QueryResponse");
        }
        return new QueryPage(page.startPosition(), page.maxResults(), page.count(), page.totalCount(), time);
    }

    private QueryPage readPage(JsonReader reader, Consumer<? super T> each) throws IOException {
        int start = 0;
        int max = 0;
        int count = 0;
        Long total = null;
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (name.equals(type.name)) {
                count += readAll(reader, each);
            } else if (name.equals("startPosition")) {
                start = reader.nextInt();
            } else if (name.equals("maxResults")) {
                max = reader.nextInt();
            } else if (name.equals("totalCount")) {
                total = reader.nextLong();
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        return new QueryPage(start, max, count, total, null);
    }

    private int readAll(JsonReader reader, Consumer<? super T> each) throws IOException {
        Scratch in = new Scratch();
        int count = 0;
        reader.beginArray();
        while (reader.hasNext()) {
            each.accept(type.read(reader, in));
            count++;
        }
        reader.endArray();
        return count;
    }

    @Override
    public void write(JsonWriter writer, T entity) throws IOException {
        entity.write(writer);
    }

    @Override
    public void write(JsonWriter writer, EntityPatch<T> patch) throws IOException {
        writeSparse(writer, patch.id(), patch.syncToken(), patch.draft);
    }

    @Override
    public byte[] body(T entity) {
        return entity.json().readByteArray();
    }

    @Override
    public byte[] body(EntityPatch<T> patch) {
        return bytes(writer -> write(writer, patch));
    }

    @Override
    public byte[] stub(String id, String syncToken) {
        return bytes(writer -> {
            writer.beginObject();
            writer.name("Id").value(id);
            writer.name("SyncToken").value(syncToken);
            writer.endObject();
        });
    }

    @Override
    public byte[] sparseStub(String id, String syncToken) {
        return bytes(writer -> writeSparse(writer, id, syncToken, null));
    }

    @Override
    public byte[] inactivation(T entity) {
        int active = type.index(ACTIVE);
        if (active == Shape.UNKNOWN || !operations.contains(Operation.INACTIVATE)) {
            throw new InvalidFieldException(type.name, ACTIVE, "does not exist: such a record cannot be made inactive");
        }
        Draft change;
        if (operations.contains(Operation.SPARSE_UPDATE)) {
            change = new Draft(type, null).set(active, false);
            return bytes(
                    writer -> writeSparse(writer, EntityPatch.idOf(entity), EntityPatch.syncTokenOf(entity), change));
        }
        change = new Draft(type, entity).set(active, false);
        return body(change.finish(type));
    }

    private static void writeSparse(JsonWriter writer, String id, String syncToken, @Nullable Draft draft)
            throws IOException {
        boolean nulls = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        writer.beginObject();
        writer.name("sparse").value(true);
        writer.name("Id").value(id);
        writer.name("SyncToken").value(syncToken);
        if (draft != null) {
            draft.writeMembers(writer);
        }
        writer.endObject();
        writer.setSerializeNulls(nulls);
    }

    private static byte[] bytes(Writing writing) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writing.to(writer);
        } catch (IOException e) {
            throw new IllegalStateException("A buffer in memory cannot fail", e);
        }
        return buffer.readByteArray();
    }

    /** What is written to a buffer. */
    private interface Writing {
        void to(JsonWriter writer) throws IOException;
    }
}
