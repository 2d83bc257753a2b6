package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.CompanyChange;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.CompanySwitches;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.BalanceEffects;
import dev.tieout.testkit.company.internal.rules.Recorder;
import dev.tieout.testkit.company.internal.rules.Remover;
import dev.tieout.testkit.company.internal.rules.Settings;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.FaultCode;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs changes: each in a work of its own, its effects booked, committed or dropped as a whole, then told. */
public final class Ledger {
    private static final List<String> ADDRESSES =
            List.of("BillAddr", "ShipAddr", "PrimaryAddr", "ShipFromAddr", "VendorAddr", "CompanyAddr");

    private final Books books;
    private final String realmId;
    private final String person;
    private final Consumer<List<CompanyChange>> heard;
    private CompanySwitches switches;

    /** A ledger over {@code books} that tells {@code heard} of committed changes. */
    public Ledger(
            Books books, String realmId, String person, CompanySwitches switches, Consumer<List<CompanyChange>> heard) {
        this.books = books;
        this.realmId = realmId;
        this.person = person;
        this.switches = switches;
        this.heard = heard;
    }

    /** The records. */
    public Books books() {
        return books;
    }

    /** The switches in force. */
    public CompanySwitches switches() {
        return switches;
    }

    /** Puts other switches in force. */
    public void switches(CompanySwitches others) {
        switches = others;
    }

    /** What a change may use. */
    public record Desk(Work work, Settings settings) {
        /** A recorder without options. */
        public Recorder recorder() {
            return new Recorder(work, settings, Set.of());
        }

        /** A recorder with the words of an include parameter. */
        public Recorder recorder(Set<String> include) {
            return new Recorder(work, settings, include);
        }

        /** A remover. */
        public Remover remover() {
            return new Remover(work, settings);
        }
    }

    /** Runs a change of a client and returns the committed record under the Id of what it returned. */
    public JsonObject change(EntityKind kind, Instant now, Function<Desk, JsonObject> change) {
        if (switches.on(CompanySwitch.SUBSCRIPTION_LAPSED)) {
            throw QboFault.of(6190, FaultCode.of(6190).detail(), "");
        }
        JsonObject result = run(now, change);
        JsonObject committed = books.find(kind, result.text("Id", ""));
        return committed == null || result.has("status") ? result : committed;
    }

    /** Runs a change whatever the subscription says. */
    public <T> T run(Instant now, Function<Desk, T> change) {
        Work work = new Work(books, realmId, now);
        T result = change.apply(new Desk(work, new Settings(work, switches, person)));
        BalanceEffects.apply(work);
        heard.accept(work.commit());
        return result;
    }

    /** Puts records in exactly as given, past all rules, and goes on counting behind their Ids. */
    public void load(Instant now, EntityKind kind, List<JsonObject> records) {
        Work work = new Work(books, realmId, now);
        for (JsonObject record : records) {
            work.seen(kind, record.text("Id", ""));
            for (String field : ADDRESSES) {
                JsonObject address = record.object(field);
                if (address != null) {
                    work.seenAddress(address.text("Id", ""));
                }
            }
            work.put(kind, record);
        }
        work.commit();
    }

    /** The settings as they stand. */
    public Settings settings(Instant now) {
        return new Settings(new Work(books, realmId, now), switches, person);
    }
}
