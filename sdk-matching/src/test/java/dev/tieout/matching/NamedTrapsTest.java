// Over 300 lines: one short fact after another about one thing.
package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The traps that other matchers fall into, each by its name. */
class NamedTrapsTest {
    private final List<Client> clients = new ArrayList<>();
    private final List<CustomerRecord> customers = new ArrayList<>();
    private MatchDecisions decisions = MatchDecisions.none();

    private LocalId person(String id, String name, String email) {
        return client(id, name, email, ClientKind.INDIVIDUAL);
    }

    private LocalId firm(String id, String name, String email) {
        return client(id, name, email, ClientKind.BUSINESS);
    }

    private LocalId client(String id, String name, String email, ClientKind kind) {
        clients.add(Client.builder(LocalId.of(id), name)
                .kind(kind)
                .emails(email.isEmpty() ? List.of() : List.of(email))
                .build());
        return LocalId.of(id);
    }

    private void customer(String id, String name, String company, String email) {
        customers.add(CustomerRecord.builder(RemoteId.of(id), name)
                .companyName(company)
                .emails(email.isEmpty() ? null : email)
                .build());
    }

    private ClientMatch result(LocalId id) {
        return plan(MatchPolicy.balanced()).client(id).orElseThrow();
    }

    private MatchPlan plan(MatchPolicy policy) {
        return ClientMatcher.of(policy).match(clients, customers, decisions);
    }

    private void assertMatched(LocalId client, String customer) {
        assertThat(result(client).customer()).isEqualTo(RemoteId.of(customer));
    }

    private void assertSuggestedOnly(LocalId client, Contradiction.Kind why) {
        ClientMatch match = result(client);
        assertThat(match.bucket()).isNotEqualTo(Bucket.MATCH);
        assertThat(plan(MatchPolicy.balanced()).explain(client).contradictions())
                .extracting(Contradiction::kind)
                .contains(why);
    }

    @Test
    void husbandAndWifeOnOneAddressAreTwo() {
        LocalId c = person("c", "Erin Valdez", "valdez@home.example");
        customer("1", "Jesus Valdez", null, "valdez@home.example");
        assertSuggestedOnly(c, Contradiction.Kind.GIVEN_NAME);
    }

    @Test
    void fatherAndSonAreTwo() {
        LocalId c = person("c", "Dave Nemshi", "dave@nemshi.example");
        customer("1", "Dave Nemshi, Jr.", null, "dave@nemshi.example");
        assertSuggestedOnly(c, Contradiction.Kind.GENERATION);
    }

    @Test
    void theOwnerIsNotTheFirm() {
        LocalId c = person("c", "Pam Moran", "pam@moran.example");
        customer("1", "Pam's Solutions Inc", "Pam's Solutions Inc", "pam@moran.example");
        assertSuggestedOnly(c, Contradiction.Kind.OTHER_KIND);
    }

    @Test
    void theTrustIsNotThePerson() {
        LocalId c = firm("c", "Altman Family Trust", "mary@altman.example");
        customer("1", "Mary Altman", null, "mary@altman.example");
        assertSuggestedOnly(c, Contradiction.Kind.OTHER_KIND);
    }

    @Test
    void sisterFirmsDifferInAWord() {
        LocalId c = firm("c", "Central Hallmark Markets", "alex@hallmark.example");
        customer("1", "Central Hallmark Labs", "Central Hallmark Labs", "alex@hallmark.example");
        assertSuggestedOnly(c, Contradiction.Kind.OTHER_WORD);
    }

    @Test
    void propertiesTwoAreNotPropertiesThree() {
        LocalId c = firm("c", "Waters Properties II LLC", "w@waters.example");
        customer("1", "Waters Properties III LLC", "Waters Properties III LLC", "w@waters.example");
        assertSuggestedOnly(c, Contradiction.Kind.SERIES);
    }

    @Test
    void anLlcIsNotAnLp() {
        LocalId c = firm("c", "Hartwick Holdings LLC", "h@hartwick.example");
        customer("1", "Hartwick Holdings LP", "Hartwick Holdings LP", "h@hartwick.example");
        assertSuggestedOnly(c, Contradiction.Kind.LEGAL_FORM);
    }

    @Test
    void falseFriendsOfNicknameListsStayApart() {
        LocalId c = person("c", "Robert Kjelstad", "kjelstad@home.example");
        customer("1", "Bill Kjelstad", null, "kjelstad@home.example");
        assertSuggestedOnly(c, Contradiction.Kind.GIVEN_NAME);
    }

    @Test
    void aNicknameAndAnOrderAreNoObstacle() {
        LocalId c = person("c", "Kjelstad, Robert", "rk@home.example");
        customer("1", "Bob Kjelstad", null, "rk@home.example");
        assertMatched(c, "1");
    }

    @Test
    void theSameHouseholdWrittenThreeWaysIsOne() {
        LocalId c = person("c", "Peck, Peter & Jessica", "peck@home.example");
        customer("1", "Jessica and Peter Peck", null, "PECK@home.example");
        assertMatched(c, "1");
    }

    @Test
    void aMemberIsNotTheHouseholdWhenTheOtherStandsAlone() {
        LocalId c = person("c", "Joseph Campbell", "campbell@home.example");
        person("d", "Crystal Campbell", "campbell@home.example");
        customer("1", "Joseph & Crystal Campbell", null, "campbell@home.example");
        assertSuggestedOnly(c, Contradiction.Kind.HOUSEHOLD_MEMBER);
    }

    @Test
    void theContactMayBeTheDisplayNameAndTheClientTheCompany() {
        LocalId c = firm("c", "Castro Floral Llc", "contact@castrofloral.example");
        customer("1", "Anthony Castro", "Castro Floral, LLC", "contact@castrofloral.example");
        assertMatched(c, "1");
    }

    @Test
    void doingBusinessAsIsASecondName() {
        LocalId c = firm("c", "Benchmark Plumbing LLC", "j@benchmark.example");
        customer("1", "Jason Alvaani dba Benchmark Plumbing", null, "j@benchmark.example");
        assertMatched(c, "1");
    }

    @Test
    void placeholdersIdentifyNobody() {
        LocalId c = person("c", "Ann Quist", "none@none.com");
        customer("1", "Otto Brandvold", null, "none@none.com");
        assertThat(result(c).bucket()).isEqualTo(Bucket.UNMATCHED);
    }

    @Test
    void severalAddressesInOneFieldAreAllRead() {
        LocalId c = firm("c", "Rago Travel Agency", "rago@travel.example");
        customer("1", "Rago Travel Agency", "Rago Travel Agency", "x@y.example; Rago@Travel.example");
        assertMatched(c, "1");
    }

    @Test
    void twoClientsOnOneCustomerGoToAPersonUntilOneIsChosen() {
        LocalId c = person("c", "John Melton", "john@melton.example");
        LocalId d = person("d", "John Melton", "john@melton.example");
        customer("1", "John Melton", null, "john@melton.example");
        assertThat(result(c).bucket()).isEqualTo(Bucket.DUPLICATE);
        assertThat(result(d).bucket()).isEqualTo(Bucket.DUPLICATE);

        decisions = decisions.primaryClient(c, Set.of(d)).confirm(c, RemoteId.of("1"));
        assertMatched(c, "1");
        assertThat(result(d).settledBy()).isEqualTo(c);
        assertThat(result(d).candidates()).isEmpty();
    }

    @Test
    void inactiveAndSubCustomersAreSkippedUnlessThePolicySaysOtherwise() {
        LocalId c = person("c", "Holly Winchell", "holly@winchell.example");
        customers.add(CustomerRecord.builder(RemoteId.of("1"), "Holly Winchell (deleted)")
                .emails("holly@winchell.example")
                .active(false)
                .build());
        assertThat(result(c).candidates()).isEmpty();
        MatchPolicy suggest = MatchPolicy.balanced().toBuilder()
                .inactiveCustomers(MatchPolicy.Inclusion.SUGGEST)
                .build();
        assertThat(plan(suggest).client(c).orElseThrow().candidates()).hasSize(1);
        MatchPolicy all = suggest.toBuilder()
                .inactiveCustomers(MatchPolicy.Inclusion.MATCH)
                .build();
        assertThat(plan(all).client(c).orElseThrow().bucket()).isEqualTo(Bucket.MATCH);
    }

    @Test
    void simpleRulesDoWhatTheySay() {
        LocalId c = person("c", "Erin Valdez", "valdez@home.example");
        customer("1", "Jesus Valdez", null, "valdez@home.example");
        customer("2", "erin valdez", null, "");
        assertThat(plan(rules(MatchPolicy.Rules.EMAIL_ONLY))
                        .client(c)
                        .orElseThrow()
                        .customer())
                .isEqualTo(RemoteId.of("1"));
        assertThat(plan(rules(MatchPolicy.Rules.DISPLAY_NAME_ONLY))
                        .client(c)
                        .orElseThrow()
                        .customer())
                .isEqualTo(RemoteId.of("2"));
        assertThat(plan(rules(MatchPolicy.Rules.EMAIL_AND_NAME))
                        .client(c)
                        .orElseThrow()
                        .customer())
                .isNull();
    }

    private static MatchPolicy rules(MatchPolicy.Rules rules) {
        return MatchPolicy.balanced().toBuilder().rules(rules).build();
    }

    private static final Address HOME = Address.builder()
            .lines(List.of("16 Alexandria Street"))
            .city("Vermont")
            .region("TX")
            .postalCode("75083")
            .build();

    private static final Address ELSEWHERE = Address.builder()
            .lines(List.of("402 Canal Street"))
            .city("Denton")
            .region("TX")
            .postalCode("76201")
            .build();

    private LocalId at(String id, String name, ClientKind kind, Address address) {
        clients.add(
                Client.builder(LocalId.of(id), name).kind(kind).address(address).build());
        return LocalId.of(id);
    }

    private void customerAt(String id, String name, String company, Address address) {
        customers.add(CustomerRecord.builder(RemoteId.of(id), name)
                .companyName(company)
                .address(address)
                .build());
    }

    @Test
    void aFirmThatChangedItsLegalFormUnderOneRoofIsTheSame() {
        LocalId c = at("c", "Hartwick Chemicals LLC", ClientKind.BUSINESS, HOME);
        customerAt("1", "Hartwick Chemicals Inc", "Hartwick Chemicals Inc", HOME);
        assertMatched(c, "1");
    }

    @Test
    void anotherLegalFormAtAnotherAddressIsAnotherFirm() {
        LocalId c = at("c", "Hartwick Chemicals LLC", ClientKind.BUSINESS, HOME);
        customerAt("1", "Hartwick Chemicals Inc", "Hartwick Chemicals Inc", ELSEWHERE);
        assertSuggestedOnly(c, Contradiction.Kind.LEGAL_FORM);
    }

    @Test
    void initialsAtTheSameAddressAreTheFirm() {
        LocalId c = at("c", "TF Ltd", ClientKind.BUSINESS, HOME);
        customerAt("1", "Thornton Foods Ltd", "Thornton Foods Ltd", HOME);
        assertMatched(c, "1");
    }

    @Test
    void initialsAloneAreNoName() {
        LocalId c = at("c", "TF Ltd", ClientKind.BUSINESS, HOME);
        customerAt("1", "Thornton Foods Ltd", "Thornton Foods Ltd", ELSEWHERE);
        assertThat(result(c).bucket()).isEqualTo(Bucket.UNMATCHED);
    }

    @Test
    void lettersThatAddUpAreNotTheInitials() {
        LocalId c = at("c", "AEF Ltd", ClientKind.BUSINESS, HOME);
        customerAt("1", "Bravo Cedar Golf Ltd", "Bravo Cedar Golf Ltd", HOME);
        assertThat(result(c).bucket()).isEqualTo(Bucket.UNMATCHED);
    }

    /** What the pair compared before had left behind stood for the name, so that the address alone matched. */
    @Test
    void aNameWithoutAWordMatchesNobodyByItself() {
        LocalId known = firm("a", "Hartwick Chemicals", "h@hartwick.example");
        customer("1", "Hartwick Chemicals", "Hartwick Chemicals", "h@hartwick.example");
        LocalId person = person("b", "Erin Valdez", "erin@valdez.example");
        customer("2", "???", null, "erin@valdez.example");
        LocalId unnamed = person("c", "***", "wes@quandt.example");
        customer("3", "Wes Quandt", null, "wes@quandt.example");
        assertMatched(known, "1");
        assertSuggestedOnly(person, Contradiction.Kind.OTHER_WORD);
        assertSuggestedOnly(unnamed, Contradiction.Kind.OTHER_WORD);
    }

    @Test
    void exchangedNamesWithASlipAreTheSamePerson() {
        LocalId c = at("c", "Thomas Morcom", ClientKind.INDIVIDUAL, HOME);
        customerAt("1", "Morclm Thomas", null, HOME);
        assertMatched(c, "1");
    }

    @Test
    void aNameBrokenByABlankIsTheSamePerson() {
        LocalId given = at("g", "Jack Matthews", ClientKind.INDIVIDUAL, HOME);
        customerAt("1", "Ja ck Matthews", null, HOME);
        LocalId surname = at("s", "Riley Heuston", ClientKind.INDIVIDUAL, ELSEWHERE);
        customerAt("2", "Riley Heu ston", null, ELSEWHERE);
        assertMatched(given, "1");
        assertMatched(surname, "2");
    }

    @Test
    void exchangedNamesBrokenByABlankAreTheSamePerson() {
        LocalId c = at("c", "Darcie Macgowan", ClientKind.INDIVIDUAL, HOME);
        customers.add(CustomerRecord.builder(RemoteId.of("1"), "Macgo wan Darcie")
                .givenName("Macgo wan")
                .familyName("Darcie")
                .address(HOME)
                .build());
        assertMatched(c, "1");
    }

    @Test
    void halfAnExchangeLeavesTheMiddleNamesToContradict() {
        LocalId c = at("c", "Dar Cie Macgowan", ClientKind.INDIVIDUAL, HOME);
        customerAt("1", "Ann Bea Darcie", null, HOME);
        assertThat(plan(MatchPolicy.balanced()).explain(c, RemoteId.of("1")).contradictions())
                .extracting(Contradiction::kind)
                .contains(Contradiction.Kind.MIDDLE_NAME);
    }

    @Test
    void aSlipInAShortGivenNameIsNoOtherName() {
        LocalId c = at("c", "Ben Quandt", ClientKind.INDIVIDUAL, HOME);
        customerAt("1", "Bne Quandt", null, HOME);
        LocalId brother = at("d", "Ron Heuston", ClientKind.INDIVIDUAL, ELSEWHERE);
        customerAt("2", "Rob Heuston", null, ELSEWHERE);
        assertMatched(c, "1");
        assertSuggestedOnly(brother, Contradiction.Kind.GIVEN_NAME);
    }

    @Test
    void whoTookAnotherSurnameUnderOneRoofIsTheSamePerson() {
        LocalId c = at("c", "Dakota Morrison", ClientKind.INDIVIDUAL, HOME);
        customerAt("1", "Dakota Quandt", null, house("16 AlexandriaStreet"));
        assertMatched(c, "1");
    }

    @Test
    void anInitialWithAnotherSurnameUnderOneRoofIsSomebodyElse() {
        LocalId c = at("c", "Dakota Morrison", ClientKind.INDIVIDUAL, HOME);
        customerAt("1", "D Quandt", null, HOME);
        assertSuggestedOnly(c, Contradiction.Kind.SURNAME);
    }

    @Test
    void anotherSurnameInAnotherHouseOfTheStreetIsSomebodyElse() {
        LocalId c = at("c", "Dakota Morrison", ClientKind.INDIVIDUAL, HOME);
        customerAt("1", "Dakota Quandt", null, house("18 Alexandria Street"));
        assertSuggestedOnly(c, Contradiction.Kind.SURNAME);
    }

    @Test
    void aDroppedOrTurnedDigitInAHouseNumberSpeaksNeitherForNorAgainst() {
        LocalId c = at("c", "Dakota Morrison", ClientKind.INDIVIDUAL, house("178 Alexandria Street"));
        customerAt("1", "Dakota Morrison", null, house("17 Alexandria Street"));
        customerAt("2", "Dakota Morrison", null, house("187 Alexandria Street"));
        customerAt("3", "Dakota Morrison", null, house("Alexandria Street"));
        customerAt("4", "Dakota Morrison", null, house("179 Alexandria Street"));
        double without = addressWeight(c, "3");
        assertThat(addressWeight(c, "1")).isEqualTo(without);
        assertThat(addressWeight(c, "2")).isEqualTo(without);
        assertThat(addressWeight(c, "4")).isLessThan(without);
    }

    private double addressWeight(LocalId client, String customer) {
        return plan(MatchPolicy.balanced()).explain(client, RemoteId.of(customer)).evidence().stream()
                .filter(e -> e.field() == Evidence.Field.ADDRESS)
                .mapToDouble(Evidence::weight)
                .sum();
    }

    private static Address house(String line) {
        return Address.builder()
                .lines(List.of(line))
                .city("Vermont")
                .region("TX")
                .postalCode("75083")
                .build();
    }

    @Test
    void namesakesWithACounterpartEachAreNoTwins() {
        LocalId one = person("a", "Jennifer Okonjo", "jennifer.okonjo@first.example");
        LocalId two = person("b", "Jennifer Okonjo", "jennyo@second.example");
        customer("1", "Jennifer Okonjo", null, "jennifer.okonjo@first.example");
        customer("2", "Okonjo, Jennifer", null, "jennyo@second.example");
        assertMatched(one, "1");
        assertMatched(two, "2");
    }

    @Test
    void aHouseholdWithoutASurnameIsRead() {
        LocalId c = client("c", "Ann & Bob", "ab@home.example", ClientKind.HOUSEHOLD);
        customer("1", "Bob and Ann", null, "ab@home.example");
        assertThat(result(c).candidates().size() + (result(c).customer() == null ? 0 : 1))
                .isEqualTo(1);
    }

    @Test
    void anEndlessAddressIsNoAddress() {
        LocalId c = person("c", "Erin Valdez", "a".repeat(400) + "@home.example");
        customer("1", "Wes Quandt", null, "a".repeat(400) + "@home.example");
        assertThat(result(c).candidates()).isEmpty();
    }
}
