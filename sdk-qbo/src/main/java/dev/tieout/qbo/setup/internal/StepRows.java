package dev.tieout.qbo.setup.internal;

import dev.tieout.RecordKind;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupState;
import dev.tieout.qbo.setup.SetupState.Progress;
import dev.tieout.qbo.setup.SetupStep;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.qbo.sync.internal.row.SettingsRows;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.sync.KindSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How far a company's setup is: an ordinary row a step, changed by compare-and-set. */
final class StepRows {
    private static final String KIND = "setup_step";

    private final SyncStore store;
    private final CompanyScope scope;

    StepRows(SyncStore store, CompanyScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /**
     * A step.
     *
     * @param kept the decisions that are kept
     * @param switchedOff what the settings said of the kinds that a skip switched off
     */
    record Row(SetupState.Step step, List<SetupDecision> kept, Map<RecordKind, KindSettings> switchedOff) {}

    SetupState state() {
        return new SetupState(
                Arrays.stream(SetupStep.values()).map(step -> get(step).step()).toList());
    }

    Row get(SetupStep step) {
        return store.find(key(step)).map(row -> read(step, row)).orElseGet(() -> fresh(step));
    }

    /** Changes a step; returns it as it was before. */
    Row change(SetupStep step, UnaryOperator<Row> change) {
        List<Row> before = new ArrayList<>();
        RecordRows.mark(store, key(step), stored -> {
            Row row = stored == null ? fresh(step) : read(step, stored);
            before.clear();
            before.add(row);
            Row next = change.apply(row);
            return next.equals(row) ? null : write(next, stored == null ? 0 : stored.version());
        });
        return before.get(0);
    }

    static Row fresh(SetupStep step) {
        return new Row(new SetupState.Step(step, Progress.OPEN, 0, 0, null, null, null), List.of(), Map.of());
    }

    private RowKey key(SetupStep step) {
        return scope.ownKey(KIND, step.name());
    }

    private SyncRow write(Row row, long version) {
        SetupState.Step step = row.step();
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", "1");
        o.put("decided", Integer.toString(step.decided()));
        o.put("open", Integer.toString(step.open()));
        o.put("run", step.run());
        o.put("by", step.by());
        o.put("at", step.at());
        o.put("kept", row.kept().stream().map(RunJson::decision).toList());
        Map<String, Object> off = new LinkedHashMap<>();
        row.switchedOff().forEach((kind, settings) -> off.put(kind.word(), SettingsRows.members(settings)));
        o.put("switchedOff", off);
        return new SyncRow(key(step.step()), null, step.progress().name(), null, Json.write(o), version);
    }

    private static Row read(SetupStep step, SyncRow row) {
        Map<String, Object> o = Json.read(row.document());
        Map<RecordKind, KindSettings> off = new TreeMap<>();
        Map<String, Object> kinds = Json.object(o, "switchedOff");
        kinds.keySet()
                .forEach(word -> off.put(
                        new RecordKind(word), SettingsRows.read(Json.object(kinds, word), KindSettings.lists())));
        return new Row(
                new SetupState.Step(
                        step,
                        Progress.valueOf(row.state()),
                        (int) Json.number(o, "decided"),
                        (int) Json.number(o, "open"),
                        Json.text(o, "run"),
                        Json.text(o, "by"),
                        Json.instant(o, "at")),
                Json.objects(o, "kept").stream().map(RunJson::decision).toList(),
                off);
    }
}
