package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.TieOut.Difference;
import dev.tieout.qbo.sync.TieOut.Result;
import dev.tieout.qbo.sync.TieOut.Twin;
import dev.tieout.qbo.sync.TieOutCertificate.Group;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a tie-out finds, over all kinds. Not thread-safe. */
final class TieOutFindings {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final Consumer<TieOut.Entry> each;
    private final MessageDigest sha256;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Twin> twins = new ArrayList<>();
    private final Map<String, Sum> groups = new TreeMap<>();

    private static final class Sum {
        private final TieOut.Entry of;
        private int entries;
        private BigDecimal app = BigDecimal.ZERO;
        private BigDecimal quickBooks = BigDecimal.ZERO;
        private BigInteger digest = BigInteger.ZERO;

        Sum(TieOut.Entry of) {
            this.of = of;
        }
    }

    TieOutFindings(Consumer<TieOut.Entry> each) {
        this.each = each;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    List<Difference> differences() {
        return differences;
    }

    List<Twin> twins() {
        return twins;
    }

    void twin(Twin twin) {
        twins.add(twin);
    }

    void entry(TieOut.Entry entry) {
        if ((entry.result() == Result.DIFFERENT || entry.result() == Result.ONLY_IN_APP) && entry.localId() != null) {
            differences.add(new Difference(
                    entry.kind(),
                    entry.localId(),
                    entry.remoteId(),
                    entry.fields(),
                    entry.appAmount(),
                    entry.quickBooksAmount()));
        }
        Sum sum = groups.computeIfAbsent(
                entry.kind() + "/" + or(entry.currency()) + "/" + or(month(entry)), key -> new Sum(entry));
        sum.entries++;
        if (entry.result() != Result.KEPT_OUT && entry.result() != Result.ONLY_IN_QUICKBOOKS) {
            sum.app = sum.app.add(entry.appAmount() == null ? BigDecimal.ZERO : entry.appAmount());
            sum.quickBooks =
                    sum.quickBooks.add(entry.quickBooksAmount() == null ? BigDecimal.ZERO : entry.quickBooksAmount());
        }
        sum.digest = sum.digest.add(digest(entry)).mod(MODULUS);
        each.accept(entry);
    }

    private BigInteger digest(TieOut.Entry entry) {
        String text = Stream.of(
                        entry.kind(),
                        entry.localId(),
                        entry.remoteId(),
                        entry.result(),
                        entry.date(),
                        entry.currency(),
                        FieldTable.text(entry.appAmount()),
                        FieldTable.text(entry.quickBooksAmount()),
                        FieldTable.text(entry.balance()),
                        FieldTable.text(entry.applied()),
                        FieldTable.text(entry.openCredit()),
                        String.join(" ", new TreeSet<>(entry.fields())))
                .map(TieOutFindings::or)
                .collect(Collectors.joining("\n"));
        return new BigInteger(1, sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String or(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable String month(TieOut.Entry entry) {
        return entry.date() == null ? null : entry.date().toString().substring(0, 7);
    }

    List<Group> groups() {
        return groups.values().stream()
                .map(sum -> new Group(
                        sum.of.kind(),
                        sum.of.currency(),
                        month(sum.of),
                        sum.entries,
                        sum.app,
                        sum.quickBooks,
                        String.format(Locale.ROOT, "%064x", sum.digest)))
                .toList();
    }
}
