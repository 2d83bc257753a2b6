package dev.tieout.qbo.api;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.EntityStatus;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.EntityTypes;
import dev.tieout.qbo.entity.MetaData;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.fault.QboFault;
import dev.tieout.qbo.http.internal.FaultReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** What changed in a company. Immutable. */
public final class Changes {
    /** All that QuickBooks ever gives in one answer, without saying that there is more (QuickBooks fact P7.2). */
    public static final int LARGEST = 1000;

    /** Times have full seconds and commits overtake each other, so the next request goes back a little. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final Map<String, List<QboEntity>> changed;
    private final Map<String, List<DeletedRecord>> deleted;
    private final List<QboFault> faults;
    private final Instant time;
    private final int size;

    private Changes(Reading reading, Instant time) {
        this.changed = reading.changed;
        this.deleted = reading.deleted;
        this.faults = List.copyOf(reading.faults);
        this.time = time;
        this.size = reading.size;
    }

    /**
     * The records of one kind that were made or changed, as they are now; inactive ones too.
     *
     * @param <T> the entity
     * @param type one that was asked for
     * @return oldest change first; empty if nothing changed
     */
    @SuppressWarnings("unchecked") // read by the codec of that type
    public <T extends QboEntity> List<T> changed(EntityType<T> type) {
        return (List<T>) Collections.unmodifiableList(changed.getOrDefault(type.name(), List.of()));
    }

    /**
     * The records of one kind that were deleted.
     *
     * @param type one that was asked for
     * @return empty if there are none
     */
    public List<DeletedRecord> deleted(EntityType<?> type) {
        return Collections.unmodifiableList(deleted.getOrDefault(type.name(), List.of()));
    }

    /**
     * The entities of which anything changed.
     *
     * @return names, as {@code Invoice}
     */
    public Set<String> entities() {
        Set<String> names = new TreeSet<>(changed.keySet());
        names.addAll(deleted.keySet());
        return names;
    }

    /**
     * How many records came, changed and deleted.
     *
     * @return at most {@link #LARGEST}
     */
    public int size() {
        return size;
    }

    /**
     * Says whether there may be more changes than these: as many came as QuickBooks gives at most. Ask for fewer entities,
     * and if one alone still overflows, query it by time of change.
     *
     * @return {@code true} if this is a gap
     */
    public boolean overflow() {
        return size >= LARGEST;
    }

    /**
     * What QuickBooks refused for single entities.
     *
     * @return empty if the answer is whole
     */
    public List<QboFault> faults() {
        return faults;
    }

    /**
     * When QuickBooks answered, by its own clock.
     *
     * @return the time of the answer
     */
    public Instant time() {
        return time;
    }

    /**
     * From when on to ask next. Only if this answer was worked through, had no {@link #faults()} and did not
     * {@link #overflow()}.
     *
     * @return five minutes before the answer, so that some changes come again
     */
    public Instant nextSince() {
        return time.minus(OVERLAP);
    }

    /** Names the numbers only. */
    @Override
    public String toString() {
        return "Changes[size=" + size + ", entities=" + entities() + ", faults=" + faults.size() + "]";
    }

    static Changes read(BufferedSource body) throws IOException {
        Reading reading = new Reading();
        JsonReader reader = JsonReader.of(body);
        @Nullable Instant time = null;
        boolean found = false;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "CDCResponse" -> {
                    found = true;
                    reading.responses(reader);
                }
                case "time" -> time = instant(reader.nextString());
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        if (!found || time == null) {
            throw new JsonDataException("no CDCResponse or no time");
        }
        return new Changes(reading, time);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new JsonDataException("time is no time");
        }
    }

    /** Collects one answer. */
    private static final class Reading {
        private final Map<String, List<QboEntity>> changed = new LinkedHashMap<>();
        private final Map<String, List<DeletedRecord>> deleted = new HashMap<>();
        private final List<QboFault> faults = new ArrayList<>();
        private int size;

        void responses(JsonReader reader) throws IOException {
            reader.beginArray();
            while (reader.hasNext()) {
                reader.beginObject();
                while (reader.hasNext()) {
                    switch (reader.nextName()) {
                        case "QueryResponse" -> queries(reader);
                        case "Fault" -> faults.addAll(FaultReader.fault(reader, 400));
                        default -> reader.skipValue();
                    }
                }
                reader.endObject();
            }
            reader.endArray();
        }

        private void queries(JsonReader reader) throws IOException {
            reader.beginArray();
            while (reader.hasNext()) {
                reader.beginObject();
                while (reader.hasNext()) {
                    member(reader.nextName(), reader);
                }
                reader.endObject();
            }
            reader.endArray();
        }

        private void member(String name, JsonReader reader) throws IOException {
            Optional<EntityType<?>> type = EntityTypes.byName(name);
            if (name.equals("Fault")) {
                faults.addAll(FaultReader.fault(reader, 400));
            } else if (type.isPresent() && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                reader.beginArray();
                while (reader.hasNext()) {
                    add(name, type.get().codec().read(reader));
                }
                reader.endArray();
            } else {
                reader.skipValue();
            }
        }

        private void add(String name, QboEntity entity) {
            size++;
            boolean gone = entity.status().filter(EntityStatus.DELETED::equals).isPresent();
            if (!gone) {
                changed.computeIfAbsent(name, n -> new ArrayList<>()).add(entity);
                return;
            }
            Optional<Instant> at =
                    entity.metaData().flatMap(MetaData::lastUpdatedTime).map(OffsetDateTime::toInstant);
            entity.id()
                    .ifPresent(id -> deleted.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(new DeletedRecord(new RemoteId(id), at)));
        }
    }
}
