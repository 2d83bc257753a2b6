package dev.tieout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void idsOfTwentyOneDigitsFit() {
        assertThat(RemoteId.of("500000000000050362412").value()).hasSize(21);
    }

    @Test
    void aBlankIdIsRefusedByName() {
        assertThatThrownBy(() -> LocalId.of("  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LocalId is blank");
    }

    @Test
    void aRealmIdIsDigitsOnly() {
        assertThatThrownBy(() -> RealmId.of("undefined"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digits only");
    }

    @Test
    void aTooLongIdNamesTheLimit() {
        assertThatThrownBy(() -> TenantId.of("x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the limit is 200");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThatThrownBy(() -> LocalId.of("a\nb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("control character at position 1");
    }

    @Test
    void nullIsRefusedByNameAsABlankIs() {
        assertThatThrownBy(() -> TenantId.of(null))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("TenantId is missing: give an id, not null");
        assertThatThrownBy(() -> RealmId.of(null)).hasMessageContaining("RealmId is missing");
    }
}
