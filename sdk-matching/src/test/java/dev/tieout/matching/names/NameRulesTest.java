package dev.tieout.matching.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.matching.names.NameProblem.Kind;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amy's Bird Sanctuary",
                "Robertson & Associates",
                "O\"Brien / Sons (2)",
                "Søren Åse 株式会社",
                "Cake 🎂 Shop",
                "Emily Platt (deleted)"
            })
    void everythingButSeparatorsIsAccepted(String name) {
        assertThat(NameRules.check(NameField.DISPLAY_NAME, name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5,U+003A", "0,U+0009", "8,U+000A", "3,U+000D", "3,U+2028", "2,U+0000"})
    void aRefusedCharacterIsNamedWithItsPosition(int position, String character) {
        int codePoint = Integer.parseInt(character.substring(2), 16);
        String name =
                new StringBuilder("Smith Co").insert(position, (char) codePoint).toString();

        assertThat(NameRules.check(NameField.DISPLAY_NAME, name))
                .containsExactly(
                        new NameProblem(NameField.DISPLAY_NAME, Kind.FORBIDDEN_CHARACTER, 500, position, character));
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertThat(NameRules.check(NameField.GIVEN_NAME, "A\uD83C"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.FORBIDDEN_CHARACTER);
                    assertThat(problem.position()).isEqualTo(1);
                });
        assertThat(NameRules.check(NameField.GIVEN_NAME, "\uDF82A")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DISPLAY_NAME,500",
        "TITLE,16",
        "GIVEN_NAME,100",
        "SUFFIX,16",
        "COMPANY_NAME,100",
        "PRINT_ON_CHECK_NAME,110",
        "ITEM_NAME,100",
        "ITEM_SKU,100",
        "CLASS_NAME,100",
        "DEPARTMENT_NAME,100"
    })
    void theLimitItselfIsAcceptedAndOneMoreIsNot(NameField field, int limit) {
        assertThat(NameRules.check(field, "x".repeat(limit))).isEmpty();
        assertThat(NameRules.check(field, "x".repeat(limit + 1)))
                .containsExactly(new NameProblem(field, Kind.TOO_LONG, limit, limit, ""));
    }

    @Test
    void blankIsAProblemOnlyWhereAValueIsNeeded() {
        assertThat(NameRules.check(NameField.DISPLAY_NAME, " \u00A0\u200B"))
                .extracting(NameProblem::kind)
                .containsExactly(Kind.BLANK);
        assertThat(NameRules.check(NameField.MIDDLE_NAME, "")).isEmpty();
    }

    @Test
    void aCompanyNameAndACodeMayHoldAColon() {
        assertThat(NameRules.check(NameField.COMPANY_NAME, "Tax: the firm")).isEmpty();
        assertThat(NameRules.check(NameField.ITEM_SKU, "TAX:1040")).isEmpty();
    }

    @Test
    void everyNameOfAClientIsChecked() {
        Client client = Client.builder(LocalId.of("c1"), "Smith: Ann")
                .firstName("Ann\t")
                .middleName("x".repeat(101))
                .lastName("Smith\n")
                .companyName("y".repeat(101))
                .build();

        assertThat(NameRules.check(client))
                .extracting(NameProblem::field)
                .containsExactly(
                        NameField.DISPLAY_NAME,
                        NameField.GIVEN_NAME,
                        NameField.MIDDLE_NAME,
                        NameField.FAMILY_NAME,
                        NameField.COMPANY_NAME);
    }

    @Test
    void nameAndCodeOfAnItemAreChecked() {
        ServiceItem item = ServiceItem.builder(LocalId.of("s1"), "Tax:1040")
                .code("c".repeat(101))
                .build();

        assertThat(NameRules.check(item))
                .extracting(NameProblem::field)
                .containsExactly(NameField.ITEM_NAME, NameField.ITEM_SKU);
    }

    @Test
    void messagesSayWhatToDoAndHoldNoName() {
        NameProblem colon =
                NameRules.check(NameField.DISPLAY_NAME, "Secret: Name").get(0);
        NameProblem length =
                NameRules.check(NameField.SUFFIX, "Secret".repeat(9)).get(0);
        NameProblem blank = NameRules.check(NameField.ITEM_NAME, " ").get(0);

        assertThat(colon.message()).isEqualTo("DisplayName has U+003A at position 6, which is refused: take it out");
        assertThat(length.message()).isEqualTo("Suffix is longer than 16 characters, the limit: shorten it");
        assertThat(blank.message()).isEqualTo("Name is blank: give it a value");
        assertThat(List.of(colon.toString(), length.toString())).noneMatch(text -> text.contains("Secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Smith: Estate','Smith - Estate'",
        "'Smith:Estate','Smith - Estate'",
        "'  Ann \t Smith\n','Ann Smith'",
        "':','-'"
    })
    void cleaningKeepsWhatIsAccepted(String raw, String clean) {
        assertThat(NameRules.clean(NameField.DISPLAY_NAME, raw)).isEqualTo(clean);
    }

    @Test
    void cleaningNeverCutsACodePoint() {
        String cut = NameRules.clean(NameField.DISPLAY_NAME, "x".repeat(99) + "🎂🎂");

        assertThat(cut).isEqualTo("x".repeat(99));
        assertThat(NameRules.clean(NameField.TITLE, "x".repeat(14) + " y z")).isEqualTo("x".repeat(14) + " y");
    }

    @ParameterizedTest
    @CsvSource({
        "'Ann Smith','ann  SMITH '",
        "'Ann Smith','Ann\u00A0Smith'",
        "'Ann Smith','Ann Smith (deleted)'",
        "'Ann Smith','ann smith (Deleted-1)'",
        "'Ann Smith (deleted)','Ann Smith (deleted-2)'",
        "'Straße','STRASSE'",
        "'ﬁnance','Finance'",
        "'Ｊｏｈｎ','John'",
        "'Zoe\u0301','ZOÉ'",
        "'Ann\u200BSmith','AnnSmith'",
        "'ΟΔΟΣ','οδοσ'",
        "'O’Brien','O''Brien'",
        "'A–B','A-B'"
    })
    void namesThatQuickBooksMayTakeForEqualShareAKey(String a, String b) {
        assertThat(NameRules.collisionKey(a)).isEqualTo(NameRules.collisionKey(b));
    }

    @ParameterizedTest
    @CsvSource({
        "'Ann Smith','Anne Smith'",
        "'Jose','José'",
        "'Smith (2)','Smith (3)'",
        "'Smith','Smith(deleted)'",
        "'Smith','Smith (deleted-x)'",
        "'Smith','Smith (2)'",
        "'Smith','(deleted)'"
    })
    void namesThatDifferKeepDifferentKeys(String a, String b) {
        assertThat(NameRules.collisionKey(a)).isNotEqualTo(NameRules.collisionKey(b));
    }

    @ParameterizedTest
    @CsvSource({
        "'Fees Billed (deleted)','Fees Billed'",
        "'Fees Billed (deleted-1)','Fees Billed'",
        "'Fees (deleted) (deleted)','Fees'",
        "'(deleted)','(deleted)'",
        "'Fees (2)','Fees (2)'",
        "'12)','12)'"
    })
    void theSuffixOfInactiveRecordsComesOff(String stored, String name) {
        assertThat(NameRules.withoutDeletedSuffix(stored)).isEqualTo(name);
    }

    @Test
    void keysAndCleanedNamesAreStableForAnyText() {
        Random random = new Random(20261121);
        for (int i = 0; i < 20_000; i++) {
            String text = AnyText.next(random);
            String key = NameRules.collisionKey(text);
            String clean = NameRules.clean(NameField.DISPLAY_NAME, text);

            assertThat(NameRules.collisionKey(key))
                    .as("key of %s", escaped(text))
                    .isEqualTo(key);
            assertThat(NameRules.clean(NameField.DISPLAY_NAME, clean)).isEqualTo(clean);
            assertThat(clean.length()).isLessThanOrEqualTo(NameRules.PROPOSED_LENGTH);
            assertThat(NameRules.check(NameField.DISPLAY_NAME, clean))
                    .as("clean form of %s", escaped(text))
                    .noneMatch(problem -> problem.kind() != Kind.BLANK);
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(String.format("\\u%04x", c)));
        return out.toString();
    }
}
