package dev.tieout.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KindSettingsTest {
    @Test
    void eachSwitchMovesOneActionOfOneDirection() {
        KindSettings all = KindSettings.lists();

        assertThat(all.withCreateInQuickBooks(false).fromApp()).containsExactly(SyncAction.EDIT);
        assertThat(all.withEditInQuickBooks(false).fromApp()).containsExactly(SyncAction.CREATE);
        assertThat(all.withCreateInApp(false).fromQuickBooks()).containsExactly(SyncAction.EDIT);
        assertThat(all.withEditInApp(false).fromQuickBooks()).containsExactly(SyncAction.CREATE);
        assertThat(all.withCreateInApp(false).fromApp()).isEqualTo(all.fromApp());
        assertThat(all.withEditInApp(false).withEditInApp(true)).isEqualTo(all);
        assertThat(all.off().fromApp()).isEmpty();
        assertThat(all.off().fromQuickBooks()).isEmpty();
    }

    @Test
    void theOrderOfTheActionsIsTheirs() {
        Set<SyncAction> backwards = new LinkedHashSet<>(List.of(SyncAction.EDIT, SyncAction.CREATE));

        KindSettings settings = new KindSettings(backwards, Set.of(), ConflictPolicy.ASK, null);

        assertThat(settings)
                .isEqualTo(KindSettings.money())
                .hasToString(KindSettings.money().toString());
        assertThat(settings.fromApp()).containsExactly(SyncAction.CREATE, SyncAction.EDIT);
    }

    @Test
    void theActionsAreCopied() {
        Set<SyncAction> given = EnumSet.allOf(SyncAction.class);
        KindSettings settings = new KindSettings(given, given, ConflictPolicy.ASK, null);
        given.clear();

        assertThat(settings.createInQuickBooks()).isTrue();
        assertThatThrownBy(() -> settings.fromApp().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
