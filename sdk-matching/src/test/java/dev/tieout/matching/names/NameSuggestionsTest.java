package dev.tieout.matching.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.matching.names.NameSuggestion.Reason;
import dev.tieout.matching.names.NameUse.Owner;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import dev.tieout.model.ServiceItem;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSuggestionsTest {
    private final NamesInUse names = new NamesInUse();
    private final NameSuggestions suggestions = NameSuggestions.over(names);

    @Test
    void theOwnNameComesFirstWhileItIsFree() {
        assertThat(suggestions.suggest(fiona().build(), 1))
                .containsExactly(new NameSuggestion("Fiona Gallagher", Reason.AS_IS));
    }

    @Test
    void whatIsKnownOfAPersonIsAddedInOrder() {
        take("Fiona Gallagher");

        assertThat(suggestions.suggest(fiona().build(), 20))
                .containsExactly(
                        new NameSuggestion("Fiona Marie Gallagher", Reason.MIDDLE_NAME),
                        new NameSuggestion("Fiona M. Gallagher", Reason.MIDDLE_INITIAL),
                        new NameSuggestion("Fiona Gallagher (Patsy's Pies)", Reason.COMPANY),
                        new NameSuggestion("Fiona Gallagher (Client)", Reason.CLIENT),
                        new NameSuggestion("Fiona Gallagher (Chicago)", Reason.CITY),
                        new NameSuggestion("Fiona Gallagher (IL)", Reason.REGION),
                        new NameSuggestion("Fiona Gallagher (4477)", Reason.PHONE),
                        new NameSuggestion("Fiona Gallagher (C-1042)", Reason.CLIENT_NUMBER),
                        new NameSuggestion("Fiona Gallagher (2)", Reason.COUNTER),
                        new NameSuggestion("Fiona Gallagher (3)", Reason.COUNTER),
                        new NameSuggestion("Fiona Gallagher (4)", Reason.COUNTER));
    }

    @Test
    void namesThatAreTakenAreLeftOut() {
        take("Fiona Gallagher", "fiona marie gallagher", "Fiona Gallagher (Client) (deleted)", "Fiona Gallagher (2)");

        assertThat(suggestions.suggest(fiona().build(), 20))
                .extracting(NameSuggestion::name)
                .doesNotContain("Fiona Marie Gallagher", "Fiona Gallagher (Client)", "Fiona Gallagher (2)")
                .contains("Fiona M. Gallagher", "Fiona Gallagher (3)");
    }

    @ParameterizedTest
    @CsvSource({
        "'Gallagher, Fiona',INDIVIDUAL,'Gallagher, Fiona Marie'",
        "'Ms Fiona Gallagher',INDIVIDUAL,'Ms Fiona Marie Gallagher'",
        "'F. Gallagher',INDIVIDUAL,'Fiona Gallagher'",
        "'Fiona Marie Gallagher',INDIVIDUAL,'Fiona Marie Gallagher (Patsy''s Pies)'",
        "'Ian & Fiona Gallagher',HOUSEHOLD,'Ian & Fiona Gallagher (Patsy''s Pies)'",
        "'Patsy''s Pies',BUSINESS,'Patsy''s Pies (Client)'"
    })
    void theFirstProposalFitsTheFormOfTheName(String displayName, ClientKind kind, String expected) {
        take(displayName);
        Client client = Client.builder(LocalId.of("C-1042"), displayName)
                .kind(kind)
                .firstName("Fiona")
                .middleName("Marie")
                .lastName("Gallagher")
                .companyName("Patsy's Pies")
                .build();

        assertThat(suggestions.suggest(client, 1))
                .extracting(NameSuggestion::name)
                .containsExactly(expected);
    }

    @Test
    void aNameThatQuickBooksRefusesIsCleaned() {
        Client client = Client.builder(LocalId.of("7"), "Gallagher: Estate\tof").build();

        assertThat(suggestions.suggest(client, 1))
                .containsExactly(new NameSuggestion("Gallagher - Estate of", Reason.CLEANED));
    }

    @Test
    void aNameWithNothingVisibleFallsBackToTheNumber() {
        Client client = Client.builder(LocalId.of("7"), "\u200B").build();

        assertThat(suggestions.suggest(client, 1))
                .extracting(NameSuggestion::name)
                .containsExactly("Client 7");
    }

    @Test
    void theSuffixOfInactiveRecordsIsNotProposed() {
        Client client = Client.builder(LocalId.of("7"), "Ann (deleted)").build();

        assertThat(suggestions.suggest(client, 1))
                .extracting(NameSuggestion::name)
                .containsExactly("Ann");
    }

    @Test
    void aLongNameIsCutBeforeTheAdditionAndBetweenCodePoints() {
        String longName = "x".repeat(90) + "🎂".repeat(10);
        take(NameRules.clean(NameField.DISPLAY_NAME, longName));
        Client client = Client.builder(LocalId.of("7"), longName).build();

        assertThat(suggestions.suggest(client, 2))
                .extracting(NameSuggestion::name)
                .containsExactly("x".repeat(90) + " (Client)", "x".repeat(90) + "🎂🎂🎂 (7)");
    }

    @Test
    void reservingGivesEachClientANameOfItsOwn() {
        Client first = Client.builder(LocalId.of("1"), "Ann Smith").build();
        Client second = Client.builder(LocalId.of("2"), "ann smith").build();

        assertThat(suggestions.reserve(first).name()).isEqualTo("Ann Smith");
        assertThat(suggestions.reserve(first).name()).isEqualTo("Ann Smith");
        assertThat(suggestions.reserve(second).name()).isEqualTo("ann smith (Client)");
    }

    @Test
    void afterARefusalTheNextNameIsTaken() {
        Client client = fiona().build();
        String first = suggestions.reserve(client).name();
        String second = suggestions.afterRefusal(client, first).name();
        String third = suggestions.afterRefusal(client, second).name();

        assertThat(List.of(first, second, third))
                .containsExactly("Fiona Gallagher", "Fiona Marie Gallagher", "Fiona M. Gallagher");
        assertThat(names.takenBy(first)).map(NameUse::owner).contains(Owner.REFUSED);
        assertThat(names.takenBy(third)).map(NameUse::owner).contains(Owner.PROMISED);
    }

    @Test
    void manyClientsOfOneNameEachGetOne() {
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            LocalId id = LocalId.of("00000000-0000-4000-8000-" + String.format("%012d", i));
            given.add(NameRules.collisionKey(
                    suggestions.reserve(Client.builder(id, "Trust").build()).name()));
        }

        assertThat(given).hasSize(5_000);
    }

    @Test
    void anItemIsToldApartByItsCode() {
        take("Tax return");
        ServiceItem item =
                ServiceItem.builder(LocalId.of("9"), "Tax return").code("1040").build();

        assertThat(suggestions.suggest(item, 9))
                .extracting(NameSuggestion::name)
                .containsExactly(
                        "Tax return (1040)", "Tax return (9)", "Tax return (2)", "Tax return (3)", "Tax return (4)");
        assertThat(suggestions.reserve(item).reason()).isEqualTo(Reason.ITEM_CODE);
        assertThat(suggestions.afterRefusal(item, "Tax return (1040)").name()).isEqualTo("Tax return (9)");
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> suggestions.suggest(fiona().build(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is 0, at least 1 is needed");
    }

    @Test
    void whateverTheClientEveryProposalIsValidFreeAndDistinct() {
        Random random = new Random(46);
        for (int i = 0; i < 2_000; i++) {
            Client client = anyClient(random, i);
            List<NameSuggestion> proposals = suggestions.suggest(client, 20);
            Set<String> keys = new HashSet<>();
            for (NameSuggestion proposal : proposals) {
                assertThat(NameRules.check(NameField.DISPLAY_NAME, proposal.name()))
                        .isEmpty();
                assertThat(proposal.name().length()).isLessThanOrEqualTo(NameRules.PROPOSED_LENGTH);
                assertThat(names.isFree(proposal.name())).isTrue();
                assertThat(NameRules.withoutDeletedSuffix(proposal.name())).isEqualTo(proposal.name());
                assertThat(keys.add(NameRules.collisionKey(proposal.name()))).isTrue();
            }
            assertThat(proposals).isNotEmpty();
            names.put(new NameUse(
                    Owner.CUSTOMER, Integer.toString(i), proposals.get(0).name(), true));
        }
    }

    private static Client anyClient(Random random, int i) {
        String displayName = AnyText.next(random);
        return Client.builder(LocalId.of("id" + i), displayName.isBlank() ? "x" : displayName)
                .kind(random.nextBoolean() ? ClientKind.INDIVIDUAL : ClientKind.UNKNOWN)
                .firstName(AnyText.next(random))
                .middleName(AnyText.next(random))
                .lastName(AnyText.next(random))
                .companyName(random.nextBoolean() ? AnyText.next(random) : null)
                .phones(List.of("312 555-" + (1000 + random.nextInt(9000))))
                .address(Address.builder().city(AnyText.next(random)).build())
                .build();
    }

    private static Client.Builder fiona() {
        return Client.builder(LocalId.of("C-1042"), "Fiona Gallagher")
                .kind(ClientKind.INDIVIDUAL)
                .firstName("Fiona")
                .middleName("Marie")
                .lastName("Gallagher")
                .companyName("Patsy's Pies")
                .phones(List.of("(650) 555-4477"))
                .address(Address.builder().city("Chicago").region("IL").build());
    }

    private void take(String... taken) {
        for (String name : taken) {
            names.put(new NameUse(Owner.VENDOR, Integer.toString(names.size() + 1), name, true));
        }
    }
}
