package dev.tieout.testkit.fault;

import dev.tieout.testkit.company.BatchFault;
import dev.tieout.testkit.company.FaultBody;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.text.internal.Wants;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose, at a named moment of an exchange. Immutable.
 *
 * <p>Unless it says otherwise a fault strikes <em>before commit</em>: the company never sees the request.
 * {@link #afterCommit()} moves it behind the commit, which is what makes clients write twice.
 */
public final class Fault {
    /** Makes the answer that replaces the company's. */
    private interface Answer {
        FakeResponse to(boolean xml, Instant now);
    }

    private static final String HTML_503 = "<html><head><title>503 Service Temporarily Unavailable</title></head>"
            + "<body><center><h1>503 Service Temporarily Unavailable</h1></center></body></html>";

    private final String name;
    private final @Nullable Answer answer;
    private final Cut cut;
    private final Duration delay;
    private final boolean afterCommit;
    private final boolean xml;
    private final @Nullable Integer status;
    private final @Nullable BatchFault refusal;

    private Fault(
            String name,
            @Nullable Answer answer,
            Cut cut,
            Duration delay,
            boolean afterCommit,
            boolean xml,
            @Nullable Integer status,
            @Nullable BatchFault refusal) {
        this.name = name;
        this.answer = answer;
        this.cut = cut;
        this.delay = delay;
        this.afterCommit = afterCommit;
        this.xml = xml;
        this.status = status;
        this.refusal = refusal;
    }

    private static Fault answering(String name, Answer answer) {
        return new Fault(name, answer, Cut.NONE, Duration.ZERO, false, false, null, null);
    }

    private static Fault cutting(String name, Cut cut, boolean afterCommit) {
        return new Fault(name, null, cut, Duration.ZERO, afterCommit, false, null, null);
    }

    /**
     * The connection is closed and the company never saw the request.
     *
     * @return the fault
     */
    public static Fault closedBeforeCommit() {
        return cutting("closed before commit", Cut.CLOSE, false);
    }

    /**
     * The company commits, then the connection is closed before the answer: the client cannot know.
     *
     * @return the fault
     */
    public static Fault answerLost() {
        return cutting("answer lost", Cut.CLOSE, true);
    }

    /**
     * The connection is reset (TCP RST) and the company never saw the request.
     *
     * @return the fault
     */
    public static Fault reset() {
        return cutting("reset", Cut.RESET, false);
    }

    /**
     * The company commits, and the answer ends in the middle of its body.
     *
     * @return the fault
     */
    public static Fault cutMidBody() {
        return cutting("cut mid-body", Cut.MID_BODY, true);
    }

    /**
     * The company commits, and no answer ever comes: the client runs into its own timeout.
     *
     * @return the fault
     */
    public static Fault stalled() {
        return cutting("stalled", Cut.STALL, true);
    }

    /**
     * The right answer, late.
     *
     * @param delay how late, in real time
     * @return the fault
     */
    public static Fault delayed(Duration delay) {
        return new Fault("delayed", null, Cut.NONE, delay, true, false, null, null);
    }

    /**
     * A catalogued fault of QuickBooks with its usual status, envelope and text (QuickBooks facts P3).
     *
     * @param code the code, such as {@code 5010}
     * @return the fault
     * @throws IllegalArgumentException if the catalogue has no such code
     */
    public static Fault code(String code) {
        return refusing(FaultBody.of(code), new BatchFault(code, null, false));
    }

    /**
     * A catalogued fault of QuickBooks with a sentence of its own, such as one of the many that 6000 says.
     *
     * @param code the code, such as {@code 6000}
     * @param detail the long text
     * @return the fault
     * @throws IllegalArgumentException if the catalogue has no such code
     */
    public static Fault code(String code, String detail) {
        return refusing(FaultBody.of(code, detail), new BatchFault(code, detail, false));
    }

    private static Fault refusing(FaultBody body, BatchFault refusal) {
        return new Fault(
                "fault " + refusal.code(), body::response, Cut.NONE, Duration.ZERO, false, false, null, refusal);
    }

    /**
     * The throttle's answer: 429 with code 3001, as XML whatever was asked (QuickBooks facts P3.29, P4.6).
     *
     * @return the fault
     */
    public static Fault throttled() {
        return code("3001").asXml();
    }

    /**
     * The load balancer's 503 in HTML, which breaks JSON parsers (QuickBooks fact P2.21).
     *
     * @return the fault
     */
    public static Fault html503() {
        return answering("HTML 503", (xml, now) -> FakeResponse.text(503, "text/html", HTML_503));
    }

    /**
     * A plain answer of the gateway, such as {@code stream timeout}.
     *
     * @param status the HTTP status
     * @param body the text
     * @return the fault
     */
    public static Fault text(int status, String body) {
        return answering("text " + status, (xml, now) -> FakeResponse.text(status, "text/plain", body));
    }

    /**
     * Any answer.
     *
     * @param response the answer
     * @return the fault
     */
    public static Fault response(FakeResponse response) {
        return answering("answer " + response.status(), (xml, now) -> response);
    }

    /**
     * This fault in XML, though JSON was asked. Changes only faults made by {@link #code}.
     *
     * @return the fault
     */
    public Fault asXml() {
        return new Fault(name, answer, cut, delay, afterCommit, true, status, refusal);
    }

    /**
     * This fault with another HTTP status, such as 200 (seen with code 6190, QuickBooks facts P3.4, P3.23).
     *
     * @param other the HTTP status
     * @return the fault
     */
    public Fault withStatus(int other) {
        return new Fault(name, answer, cut, delay, afterCommit, xml, other, refusal);
    }

    /**
     * This fault after the company has committed: the write counts, the client is told otherwise.
     *
     * @return the fault
     */
    public Fault afterCommit() {
        BatchFault moved = refusal == null ? null : new BatchFault(refusal.code(), refusal.detail(), true);
        return new Fault(name + " after commit", answer, cut, delay, true, xml, status, moved);
    }

    /**
     * This fault, late.
     *
     * @param by how late, in real time
     * @return the fault
     */
    public Fault after(Duration by) {
        return new Fault(name, answer, cut, by, afterCommit, xml, status, refusal);
    }

    /**
     * Lets the fault strike one exchange.
     *
     * @param request what was asked
     * @param commit asks the company; called at most once, and never by a fault before commit
     * @param now the time on the fake's clock
     * @return what the client gets
     */
    public Outcome strike(FakeRequest request, Supplier<FakeResponse> commit, Instant now) {
        @Nullable FakeResponse committed = afterCommit ? commit.get() : null;
        FakeResponse base = answer != null
                ? answer.to(xml || Wants.xml(request), now)
                : committed != null ? committed : FakeResponse.text(500, "text/plain", "");
        return new Outcome(status == null ? base : base.withStatus(status), cut, delay, name);
    }

    /** Whether it is a refusal by QuickBooks, which can strike one item of a batch. */
    boolean refuses() {
        return refusal != null;
    }

    /**
     * This fault as it strikes one item of a batch.
     *
     * @return the refusal; empty if it is a fault of the connection or the gateway
     */
    public Optional<BatchFault> inBatch() {
        return Optional.ofNullable(refusal);
    }

    /** What goes wrong, in words. */
    @Override
    public String toString() {
        return name;
    }
}
