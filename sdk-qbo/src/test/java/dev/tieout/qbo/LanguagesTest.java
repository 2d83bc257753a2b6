package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.qbo.connect.TroubleCause;
import dev.tieout.qbo.sync.FindingCause;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.qbo.text.internal.Words;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read is in their language, whole. */
class LanguagesTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es-MX");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Map<String, String> english = Words.of(Locale.ENGLISH).all();
    private final Map<String, String> spanish = Words.of(SPANISH).all();

    private static Set<String> places(String sentence) {
        Matcher places = PLACE.matcher(sentence);
        Set<String> found = new TreeSet<>();
        while (places.find()) {
            found.add(places.group());
        }
        return found;
    }

    /** The problems of records are said in English where they come up. */
    private static Map<String, String> withoutProblems(Map<String, String> sentences) {
        return sentences.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("problem."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        assertThat(english).isEqualTo(withoutProblems(english));
        assertThat(withoutProblems(spanish)).containsOnlyKeys(english.keySet());
        english.forEach((key, sentence) -> {
            assertThat(places(spanish.get(key))).as(key).isEqualTo(places(sentence));
            assertThat(spanish.get(key)).as(key).isNotBlank().isNotEqualTo(sentence);
        });
    }

    @Test
    void whoReadsNeitherReadsEnglishWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(SPANISH);
        try {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMANY, Locale.ROOT)) {
                assertThat(Words.of(locale).all()).isEqualTo(english);
            }
        } finally {
            Locale.setDefault(machine);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTroubleCanBeSaid(TroubleCause cause) {
        assertThat(cause.message(Locale.ENGLISH)).endsWith(".");
        assertThat(cause.message(SPANISH)).endsWith(".").isNotEqualTo(cause.message(Locale.ENGLISH));
        assertThat(cause.remedy(SPANISH)).endsWith(".").isNotEqualTo(cause.remedy());
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemCanBeSaidInSpanish(ProblemCause cause) {
        assertThat(spanish.get("problem." + cause + ".message")).endsWith(".");
        assertThat(spanish.get("problem." + cause + ".remedy")).endsWith(".");
        assertThat(cause.fixedBy()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingCanBeSaid(FindingCause cause) {
        String key = "doctor." + cause;
        // A connection in trouble says its own.
        List<String> parts =
                cause == FindingCause.CONNECTION ? List.of("place") : List.of("message", "remedy", "place");
        assertThat(parts).allSatisfy(part -> assertThat(english).containsKey(key + "." + part));
    }

    /** Where bundles are used, no sentence stands beside them. */
    @Test
    void noSentenceIsBuiltBesideTheBundles() throws IOException {
        Path sources = Path.of(System.getProperty("tieout.root"), "sdk-qbo/src/main/java/dev/tieout/qbo");
        Pattern sentence = Pattern.compile("\"[A-Z][^\"]* [^\"]*[.]\"");
        for (String file : List.of(
                "connect/TroubleCause.java",
                "connect/Trouble.java",
                "sync/FindingCause.java",
                "sync/Finding.java",
                "sync/internal/handle/Doctor.java",
                "sync/internal/outbound/Link.java")) {
            String source = Files.readString(sources.resolve(file), StandardCharsets.UTF_8);
            assertThat(sentence.matcher(source).results().map(r -> r.group()))
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void whatIsSaidToASpanishReaderIsSpanishWhoeverElseReads() {
        try (Firm firm = Firm.connected()) {
            Company espanol = firm.company.in(SPANISH);
            firm.company
                    .clients()
                    .sync(Client.builder(LocalId.of("c-1"), "Taken").build());
            firm.fake.faults().add(FaultRule.on("Customer", "create").always(), Fault.code("6240"));
            Client second = Client.builder(LocalId.of("c-2"), "Other").build();
            SyncProblem said = espanol.clients().sync(second).problem();
            firm.fake.faults().clear();

            assertThat(said.cause()).isEqualTo(ProblemCause.NAME_TAKEN);
            assertThat(said.message()).isEqualTo(spanish.get("problem.NAME_TAKEN.message"));
            assertThat(said.faultCode()).isEqualTo("6240");
            SyncProblem english = firm.company.clients().status(second.id()).problem();
            assertThat(english.message()).startsWith("Another record in QuickBooks");
            Stream<SyncProblem> everywhere = Stream.of(
                    espanol.status(RecordKind.CLIENT, second.id()).problem(),
                    espanol.clients().status(second.id()).problem(),
                    espanol.statuses(RecordKind.CLIENT, List.of(second.id()))
                            .get(second.id())
                            .problem());
            assertThat(everywhere).allSatisfy(problem -> assertThat(problem).isEqualTo(said));
            assertThat(espanol.problems())
                    .extracting(ProblemGroup::message, ProblemGroup::remedy)
                    .containsExactly(tuple(said.message(), said.remedy()));
        }
    }

    @Test
    void aConnectionInTroubleIsToldInTheReadersLanguage() {
        try (Firm firm = Firm.connected()) {
            firm.books.switches(firm.books.switches().with(CompanySwitch.SUBSCRIPTION_LAPSED));
            Client client = Client.builder(LocalId.of("c-1"), "Waiting").build();
            firm.company.clients().sync(client);

            assertThat(firm.company
                            .in(SPANISH)
                            .clients()
                            .status(client.id())
                            .problem()
                            .message())
                    .isEqualTo(TroubleCause.SUBSCRIPTION_LAPSED.message(SPANISH));
        }
    }

    @Test
    void theEvidenceOfTheSetupIsSpanish() {
        try (Firm firm = Firm.connected()) {
            firm.client("c-1", "Nobody Like This");
            assertThat(firm.company.in(SPANISH).setup().preview().clients())
                    .extracting(c -> c.why())
                    .containsExactly("Sin coincidencia: ningún cliente de QuickBooks se parece a este.");
        }
    }
}
