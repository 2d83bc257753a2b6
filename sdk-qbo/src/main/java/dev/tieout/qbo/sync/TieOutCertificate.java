package dev.tieout.qbo.sync;

import dev.tieout.RealmId;
import dev.tieout.RecordKind;
import dev.tieout.internal.Given;
import dev.tieout.qbo.json.internal.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tie-out found, to keep: when, for which days, both sums, and digests of all its entries. Made again later over the
 * same days it is equal but for the time, or tells in which month something moved. It proves to whoever kept it that nothing
 * moved by mistake; it is not signed. Immutable.
 *
 * @param realm the QuickBooks company
 * @param at when it was made
 * @param range the days
 * @param agrees whether both sides agreed
 * @param groups the sums and digests by kind, currency and month, in order
 */
public record TieOutCertificate(RealmId realm, Instant at, TieOutRange range, boolean agrees, List<Group> groups) {
    private static final String FORMAT = "1";

    public TieOutCertificate {
        Given.value("certificate.realm", realm);
        Given.value("certificate.at", at);
        Given.value("certificate.range", range);
        groups = Given.list("certificate.groups", groups);
    }

    /**
     * The entries of one kind, currency and month.
     *
     * @param kind the kind
     * @param currency the currency, or {@code null} for kinds without amounts
     * @param month the month, such as {@code 2026-11}, or {@code null} for kinds without a day
     * @param entries how many there are
     * @param appTotal what the app's side comes to, kept-out records left out
     * @param quickBooksTotal what QuickBooks' side comes to, what only QuickBooks has left out
     * @param digest a digest of the entries, in any order: the sum of the SHA-256 of each, 64 hexadecimal digits
     */
    public record Group(
            RecordKind kind,
            @Nullable String currency,
            @Nullable String month,
            int entries,
            BigDecimal appTotal,
            BigDecimal quickBooksTotal,
            String digest) {
        /** Names the kind, never an amount. */
        @Override
        public String toString() {
            return "Group[kind=" + kind + ", entries=" + entries + "]";
        }

        boolean isOf(Group other) {
            return kind.equals(other.kind)
                    && Objects.equals(currency, other.currency)
                    && Objects.equals(month, other.month);
        }

        boolean says(Group other) {
            return isOf(other) && digest.equals(other.digest);
        }
    }

    /**
     * Writes it as JSON, to keep.
     *
     * @return the JSON; equal certificates are equal texts
     */
    public String toJson() {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", FORMAT);
        o.put("realm", realm);
        o.put("at", at);
        o.put("from", range.from());
        o.put("to", range.to());
        o.put("agrees", agrees);
        o.put("groups", groups.stream().map(TieOutCertificate::write).toList());
        return Json.write(o);
    }

    private static Map<String, @Nullable Object> write(Group group) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("kind", group.kind());
        o.put("currency", group.currency());
        o.put("month", group.month());
        o.put("entries", group.entries());
        o.put("appTotal", group.appTotal().toPlainString());
        o.put("quickBooksTotal", group.quickBooksTotal().toPlainString());
        o.put("digest", group.digest());
        return o;
    }

    /**
     * Reads one that was kept.
     *
     * @param json what {@link #toJson} wrote
     * @return the certificate
     * @throws IllegalArgumentException if it is none
     */
    public static TieOutCertificate fromJson(String json) {
        try {
            return read(Json.read(Given.value("json", json)));
        } catch (DateTimeException | NumberFormatException | ClassCastException e) {
            // Not their own messages, which quote what was written.
            throw new IllegalArgumentException(
                    "json is no certificate: a day, a time or a number in it is none; give what toJson wrote");
        }
    }

    private static TieOutCertificate read(Map<String, Object> o) {
        if (!FORMAT.equals(Json.text(o, "format"))) {
            throw new IllegalArgumentException("json is no certificate of format " + FORMAT
                    + ": give what toJson wrote, or use the version of the library that wrote it");
        }
        List<Group> groups = new ArrayList<>();
        for (Map<String, Object> each : Json.objects(o, "groups")) {
            groups.add(new Group(
                    new RecordKind(Json.required(each, "kind")),
                    Json.text(each, "currency"),
                    Json.text(each, "month"),
                    Integer.parseInt(Json.required(each, "entries")),
                    new BigDecimal(Json.required(each, "appTotal")),
                    new BigDecimal(Json.required(each, "quickBooksTotal")),
                    Json.required(each, "digest")));
        }
        @Nullable LocalDate from = Json.date(o, "from");
        @Nullable LocalDate to = Json.date(o, "to");
        return new TieOutCertificate(
                RealmId.of(Json.required(o, "realm")),
                Instant.parse(Json.required(o, "at")),
                new TieOutRange(from, to),
                Json.flag(o, "agrees"),
                groups);
    }

    /**
     * Says what moved between this certificate and a later one.
     *
     * @param later a certificate of the same company and days
     * @return what moved, by kind, currency and month
     * @throws IllegalArgumentException if it is of another company, or of other days
     */
    public TieOutDrift driftTo(TieOutCertificate later) {
        if (!realm.equals(Given.value("later", later).realm()) || !range.equals(later.range())) {
            throw new IllegalArgumentException(
                    "the certificates are of different companies or days: make the later one of"
                            + " the same company over the same range");
        }
        List<TieOutDrift.Change> changes = new ArrayList<>();
        for (Group now : later.groups()) {
            if (groups.stream().noneMatch(now::says)) {
                @Nullable
                Group before = groups.stream().filter(now::isOf).findFirst().orElse(null);
                changes.add(new TieOutDrift.Change(before, now));
            }
        }
        for (Group before : groups) {
            if (later.groups().stream().noneMatch(before::isOf)) {
                changes.add(new TieOutDrift.Change(before, null));
            }
        }
        return new TieOutDrift(this, later, changes);
    }
}
