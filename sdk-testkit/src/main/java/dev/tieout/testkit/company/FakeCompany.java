// Longer than others: the company, and the builder that is its only way in.
package dev.tieout.testkit.company;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.sample.Folder;
import dev.tieout.testkit.company.internal.sample.InventedCompany;
import dev.tieout.testkit.company.internal.serve.Answers;
import dev.tieout.testkit.company.internal.serve.Files;
import dev.tieout.testkit.company.internal.serve.Ledger;
import dev.tieout.testkit.company.internal.serve.Router;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One QuickBooks company. Thread-safe: requests of one company run one after the other, as far as anybody can tell.
 * Deterministic: the same requests at the same times with the same seed give the same answers, byte for byte.
 */
public final class FakeCompany {
    private final String realmId;
    private final InstantSource clock;
    private final SplittableRandom random;
    private final Ledger ledger;
    private final Router router;
    private final Answers answers;
    private final List<String> complaints;
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    private FakeCompany(Builder builder) {
        this.realmId = builder.realmId;
        this.clock = builder.clock;
        this.random = new SplittableRandom(builder.seed);
        Books books = new Books();
        this.ledger = new Ledger(books, realmId, builder.user, builder.switches, this::tell);
        this.router = new Router(realmId, ledger);
        this.answers = new Answers(ledger);
        Path folder = builder.folder;
        if (folder != null) {
            this.complaints = Folder.load(folder, ledger, clock.instant());
        } else {
            this.complaints = List.of();
            settle(builder);
        }
    }

    private void settle(Builder builder) {
        if (builder.country == null) {
            InventedCompany.settle(ledger, clock.instant(), builder.invented);
        } else {
            InventedCompany.settleAbroad(ledger, clock.instant(), builder.country);
        }
    }

    /** A builder of a company; without more words the invented company. */
    public static Builder builder() {
        return new Builder();
    }

    /** The company's id in paths. */
    public String realmId() {
        return realmId;
    }

    /** The company's name, empty if it has none. */
    public String companyName() {
        return locked(() -> {
            for (JsonObject info : ledger.books().table(EntityKind.COMPANY_INFO).inOrder()) {
                return info.text("CompanyName", "");
            }
            return "";
        });
    }

    /**
     * Answers a request whose credentials have been checked by the caller. Never throws, whatever the request holds.
     */
    public FakeResponse handle(FakeRequest request) {
        return handle(request, BatchFaults.none());
    }

    /** As {@link #handle(FakeRequest)}, with refusals on purpose of items of a batch. */
    public FakeResponse handle(FakeRequest request, BatchFaults faults) {
        return locked(() -> {
            Instant now = clock.instant();
            String tid = traceId(now);
            try {
                return router.answer(request, now, tid, faults);
            } catch (RuntimeException accident) {
                String kind = accident.getClass().getSimpleName();
                QboFault fault = QboFault.of(10000, "System Failure Error: an unexpected error occurred: " + kind);
                return Envelopes.fault(fault, now, false, tid);
            }
        });
    }

    /**
     * The content of an uploaded file, as its temporary address serves it: without credentials, and only until the
     * address expires.
     *
     * @param id the attachment's Id
     * @param expires the address's {@code expires}
     * @return the content; 403 if the address has expired, 404 if there is no such file
     */
    public FakeResponse file(String id, String expires) {
        return locked(() -> Files.content(ledger.books(), id, expires, clock.instant()));
    }

    private String traceId(Instant now) {
        HexFormat hex = HexFormat.of();
        String time = hex.toHexDigits((int) now.getEpochSecond());
        return "1-" + time + "-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextInt());
    }

    /** Calls {@code listener} for every change from now on. */
    public void onChange(ChangeListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    private void tell(List<CompanyChange> changes) {
        changes.forEach(change -> listeners.forEach(listener -> listener.changed(change)));
    }

    /** The switches in force. */
    public CompanySwitches switches() {
        return locked(ledger::switches);
    }

    /** Puts other switches in force from the next request on. */
    public void switches(CompanySwitches switches) {
        Objects.requireNonNull(switches, "switches");
        locked(() -> {
            ledger.switches(switches);
            return switches;
        });
    }

    /** Fills the company with records. */
    public CompanySeed seed() {
        return new CompanySeed(this);
    }

    /** Acts as a person in QuickBooks' own pages, someone other than the client. */
    public InQuickBooks inQuickBooks() {
        return new InQuickBooks(this);
    }

    /**
     * A record as answers show it, numbers as {@link java.math.BigDecimal}; empty if there is none.
     *
     * @throws IllegalArgumentException if there is no such entity
     */
    public Optional<Map<String, Object>> find(String entity, String id) {
        EntityKind kind = kind(entity);
        return locked(
                () -> Optional.ofNullable(ledger.books().find(kind, id)).map(found -> answers.plain(kind, found)));
    }

    /**
     * All records of an entity as answers show them, inactive ones too, in the order of queries.
     *
     * @throws IllegalArgumentException if there is no such entity
     */
    public List<Map<String, Object>> all(String entity) {
        EntityKind kind = kind(entity);
        return locked(() -> {
            List<Map<String, Object>> all = new ArrayList<>();
            ledger.books().table(kind).inOrder().forEach(record -> all.add(answers.plain(kind, record)));
            return all;
        });
    }

    /** The names of the entities that have records. */
    public List<String> entities() {
        return locked(() -> {
            List<String> names = new ArrayList<>();
            for (EntityKind kind : EntityKind.values()) {
                if (ledger.books().table(kind).size() > 0) {
                    names.add(kind.json());
                }
            }
            return names;
        });
    }

    /** Writes the company as one query answer per entity into a folder, which is made if it does not exist. */
    public void save(Path folder) {
        locked(() -> {
            Folder.save(folder, ledger.books(), clock.instant());
            return folder;
        });
    }

    /** References to records that do not exist, found when the company was loaded; empty if all is well. */
    public List<String> complaints() {
        return complaints;
    }

    Ledger ledger() {
        return ledger;
    }

    Instant now() {
        return clock.instant();
    }

    <T> T locked(Supplier<T> act) {
        lock.lock();
        try {
            return act.get();
        } finally {
            lock.unlock();
        }
    }

    static EntityKind kind(String entity) {
        EntityKind kind = EntityKind.named(entity);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "there is no entity " + entity + "; use a name as in JSON, like Invoice");
        }
        return kind;
    }

    /** Builds a company. Not thread-safe. */
    public static final class Builder {
        private String realmId = "9341450000000001";
        private InstantSource clock = InstantSource.system();
        private long seed = 1;
        private String user = "Robin Ashdown";
        private CompanySwitches switches = CompanySwitches.defaults();
        private boolean invented = true;
        private @Nullable Path folder;
        private @Nullable String country;

        private Builder() {}

        /** The company's id, digits; {@code 9341450000000001} if not set. */
        public Builder realmId(String id) {
            realmId = Objects.requireNonNull(id, "id");
            return this;
        }

        /** The clock; the system's if not set. */
        public Builder clock(InstantSource source) {
            clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /** The seed of all that is random, which is only the trace ids. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** The person a stale token is blamed on. */
        public Builder user(String name) {
            user = Objects.requireNonNull(name, "name");
            return this;
        }

        /** The switches. */
        public Builder switches(CompanySwitches value) {
            switches = Objects.requireNonNull(value, "value");
            return this;
        }

        /** A company with its accounts, terms and preferences but without customers, vendors, items, transactions. */
        public Builder empty() {
            invented = false;
            folder = null;
            return this;
        }

        /**
         * A company of a country, with its currency and tax codes, and without customers, vendors, items, transactions.
         *
         * @param code two letters: US, GB, CA or AU
         * @throws IllegalArgumentException when it is built, if nothing is known of the country
         */
        public Builder country(String code) {
            country = Objects.requireNonNull(code, "code");
            folder = null;
            return this;
        }

        /** A company from a folder with one query answer per entity, {@code Customer.json} and so on. */
        public Builder from(Path source) {
            folder = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * The company.
         *
         * @throws IllegalArgumentException if a file of the folder cannot be read; the message names it
         */
        public FakeCompany build() {
            return new FakeCompany(this);
        }
    }
}
