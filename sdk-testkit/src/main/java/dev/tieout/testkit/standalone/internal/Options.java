package dev.tieout.testkit.standalone.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The program's command line. Not thread-safe. */
final class Options {
    static final String HELP = """
            A fake QuickBooks Online for tests and for trying things out. Not made by Intuit.

              java -jar fake-quickbooks.jar [options]

              --port N             listen on this port (default 8420; 0: any free one)
              --listen ADDRESS     listen on this address (default 127.0.0.1; nothing is encrypted)
              --company DIR        load a company from a folder of query answers, one ENTITY.json each
                                   (default: an invented company)
              --realm R            the company's id (default 9341452000000001)
              --empty              start with an empty company
              --access-token T     take T as an access token of the company
              --refresh-token T    take T as a refresh token of the company
              --client-id I        only this app may ask for tokens (default: any)
              --client-secret S    its secret
              --redirect-uri U     its one redirect URI (default: any)
              --auto-approve       connect the company without showing the consent page
              --clock C            system (default, runs), or a moment such as 2026-03-02T17:00:00Z,
                                   at which the clock stands until it is moved through /_fake/clock
              --seed N             what tokens and random faults come from (default 1)
              --throttle           answer 429 above Intuit's limits
              --webhook-url U      send webhooks to this URL; may be given several times
              --webhook-format F   cloud_events (default) or legacy
              --webhook-token T    the verifier token that webhooks are signed with
              --help               this text
            """;

    int port = 8420;
    String listen = "127.0.0.1";

    @Nullable
    Path company;

    String realm = "9341452000000001";
    boolean empty;

    @Nullable
    String accessToken;

    @Nullable
    String refreshToken;

    @Nullable
    String clientId;

    @Nullable
    String clientSecret;

    @Nullable
    String redirectUri;

    boolean autoApprove;

    @Nullable
    Instant clock;

    long seed = 1;
    boolean throttle;
    final List<String> webhookUrls = new ArrayList<>();
    String webhookFormat = "cloud_events";

    @Nullable
    String webhookToken;

    boolean help;

    private Options() {}

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with a text that says what was expected
     */
    static Options of(String... args) {
        Options options = new Options();
        for (int i = 0; i < args.length; i++) {
            if (!options.flag(args[i])) {
                options.value(args[i], i + 1 < args.length ? Optional.of(args[i + 1]) : Optional.empty());
                i++;
            }
        }
        if ((options.clientId == null) != (options.clientSecret == null)) {
            throw new IllegalArgumentException("--client-id and --client-secret go together");
        }
        if (options.redirectUri != null && options.clientId == null) {
            throw new IllegalArgumentException("--redirect-uri needs --client-id and --client-secret");
        }
        return options;
    }

    private boolean flag(String name) {
        switch (name) {
            case "--help", "-h" -> help = true;
            case "--empty" -> empty = true;
            case "--auto-approve" -> autoApprove = true;
            case "--throttle" -> throttle = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void value(String name, Optional<String> given) {
        String value = given.orElseThrow(
                () -> new IllegalArgumentException(name + " is no option, or its value is missing; try --help"));
        switch (name) {
            case "--port" -> port = (int) number(name, value, 0, 65_535);
            case "--listen" -> listen = value;
            case "--company" -> company = Path.of(value);
            case "--realm" -> realm = realm(value);
            case "--access-token" -> accessToken = value;
            case "--refresh-token" -> refreshToken = value;
            case "--client-id" -> clientId = value;
            case "--client-secret" -> clientSecret = value;
            case "--redirect-uri" -> redirectUri = value;
            case "--clock" -> clock = clock(value);
            case "--seed" -> seed = number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
            case "--webhook-url" -> webhookUrls.add(value);
            case "--webhook-format" -> webhookFormat = value;
            case "--webhook-token" -> webhookToken = value;
            default -> throw new IllegalArgumentException("unknown option " + name + "; try --help");
        }
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number", e);
        }
        throw new IllegalArgumentException(name + " must be a whole number from " + least + " to " + most);
    }

    private static String realm(String value) {
        if (value.isEmpty() || !value.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("--realm must be digits");
        }
        return value;
    }

    private static @Nullable Instant clock(String value) {
        try {
            return value.equals("system") ? null : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--clock must be system or a moment such as 2026-03-02T17:00:00Z", e);
        }
    }
}
