package dev.tieout.examples.quickstart;

import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallResult;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/** The span of docs/operate.md. */
// tag::spans
final class Spans implements CallListener {
    private final Tracer tracer;
    private final ThreadLocal<Span> open = new ThreadLocal<>();

    Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void started(CallInfo call) {
        open.set(tracer.spanBuilder("quickbooks " + call.operation() + " " + call.entity())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("tieout.tenant", call.tenant().value())
                .setAttribute("tieout.realm", call.realm().value())
                .setAttribute("tieout.attempt", call.attempt())
                .setAttribute("tieout.request_id", call.requestId().orElse(""))
                .startSpan());
    }

    @Override
    public void ended(CallInfo call, CallResult result) {
        Span span = open.get();
        open.remove();
        span.setAttribute("http.response.status_code", result.status());
        result.intuitTid().ifPresent(tid -> span.setAttribute("intuit_tid", tid));
        result.failure().ifPresent(kind -> span.setStatus(StatusCode.ERROR, kind.name()));
        span.end();
    }
}
// end::spans
