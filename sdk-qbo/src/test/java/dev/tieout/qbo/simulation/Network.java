package dev.tieout.qbo.simulation;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.fault.Cut;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** The way to QuickBooks: in this process, and as unreliable as chance wants it. */
final class Network {
    private static final String HTML = "<html><body><h1>Bad gateway page</h1></body></html>";
    /** What time or a repeat cures: nobody has to help. */
    private static final List<Fault> HONEST = List.of(
            Fault.answerLost(),
            Fault.answerLost(),
            Fault.answerLost(),
            Fault.closedBeforeCommit(),
            Fault.cutMidBody(),
            Fault.html503(),
            Fault.html503().afterCommit(),
            Fault.throttled(),
            Fault.code("3200"),
            Fault.code("5010"),
            Fault.code("10000"));
    /** What is said of the record and is not true of it: a person may have to try again. */
    private static final List<Fault> LIES = List.of(
            Fault.text(400, HTML),
            Fault.text(404, HTML),
            Fault.text(405, HTML),
            Fault.text(413, HTML),
            Fault.code("2500"),
            Fault.code("6000"),
            Fault.code("6210"),
            Fault.code("6140"));

    private static final List<Fault> OUTAGES =
            List.of(Fault.html503(), Fault.closedBeforeCommit(), Fault.code("3200"), Fault.text(404, HTML));
    private static final Pattern MARKS = Pattern.compile("~[cspi]-\\d+~");

    private final FakeQuickBooks fake;
    private final Random random;
    private final Trail trail;
    /** Marks of records of which a lie was told. */
    final Set<String> lied = new HashSet<>();
    /** Marks of records of which a write was sent that was not answered. */
    final Set<String> unanswered = new HashSet<>();
    /** Marks of records of which a write was answered in this piece of a node's work: stored is the answer later. */
    final Set<String> answered = new HashSet<>();

    /** Fresh tokens may have been lost on their way: then only a person can connect again. */
    boolean tokensLost;

    private double trouble;
    private Instant downUntil = Instant.MIN;
    private Fault outage = Fault.html503();
    private boolean lieNext;

    Network(FakeQuickBooks fake, Random random, Trail trail) {
        this.fake = fake;
        this.random = random;
        this.trail = trail;
    }

    /** The part of calls that goes wrong. */
    void trouble(double part) {
        trouble = part;
        if (part == 0) {
            downUntil = Instant.MIN;
            lieNext = false;
        }
    }

    void downFor(Duration time) {
        downUntil = fake.clock().instant().plus(time);
        outage = OUTAGES.get(random.nextInt(OUTAGES.size()));
        trail.add("network", "is down for " + time + ": " + outage);
    }

    OkHttpClient seenBy(Node node, OkHttpClient shared) {
        Interceptor wire = chain -> exchange(node, chain.request());
        return shared.newBuilder().addInterceptor(wire).build();
    }

    private Response exchange(Node node, Request request) throws IOException {
        FakeRequest asked = asked(request);
        step(node, "HTTP ", asked);
        Fault fault = fault(asked);
        Outcome outcome = fault == null
                ? fake.exchange(asked)
                : fault.strike(
                        asked,
                        () -> fake.exchange(asked).response(),
                        fake.clock().instant());
        boolean write = writes(asked);
        if (fault != null) {
            trail.add("network", fault + " on " + asked + " " + marks(asked));
        }
        if (write && (fault != null || random.nextInt(50) == 0)) {
            fake.clock().advance(Duration.ofSeconds(random.nextInt(20)));
        }
        if (write) {
            (fault == null ? answered : unanswered).addAll(marks(asked));
        }
        tokensLost |= fault != null && asked.path().contains("/tokens/");
        step(node, "answer of HTTP ", asked);
        if (outcome.cut() == Cut.MID_BODY) {
            return response(request, outcome.response(), true);
        }
        if (outcome.cut() != Cut.NONE) {
            throw new IOException("connection closed");
        }
        return response(request, outcome.response(), false);
    }

    private void step(Node node, String when, FakeRequest asked) {
        try {
            node.step(when + asked.path());
        } catch (Node.Death death) {
            unanswered.addAll(marks(asked));
            tokensLost |= asked.path().contains("/tokens/");
            throw death;
        }
    }

    private Fault fault(FakeRequest asked) {
        if (fake.clock().instant().isBefore(downUntil)) {
            if (outage.toString().startsWith("text")) {
                lied.addAll(marks(asked));
            }
            return outage;
        }
        if (lieNext && writes(asked)) {
            lieNext = false;
            lied.addAll(marks(asked));
            return LIES.get(random.nextInt(LIES.size()));
        }
        if (random.nextDouble() >= trouble) {
            return null;
        }
        if (random.nextInt(10) == 0 && writes(asked)) {
            lied.addAll(marks(asked));
            return LIES.get(random.nextInt(LIES.size()));
        }
        Fault fault = HONEST.get(random.nextInt(HONEST.size()));
        lieNext = writes(asked) && random.nextInt(4) == 0;
        return fault;
    }

    private static boolean writes(FakeRequest asked) {
        return asked.method().equals("POST")
                && asked.path().startsWith("/v3/")
                && !asked.path().endsWith("/query");
    }

    private static Set<String> marks(FakeRequest asked) {
        Set<String> marks = new HashSet<>();
        if (writes(asked)) {
            Matcher found = MARKS.matcher(new String(asked.body(), StandardCharsets.UTF_8));
            while (found.find()) {
                marks.add(found.group());
            }
        }
        return marks;
    }

    private static FakeRequest asked(Request request) throws IOException {
        FakeHeaders headers = FakeHeaders.of(request.headers().toMultimap());
        Buffer body = new Buffer();
        if (request.body() != null) {
            request.body().writeTo(body);
            MediaType type = request.body().contentType();
            if (type != null && headers.first("Content-Type").isEmpty()) {
                headers = headers.with("Content-Type", type.toString());
            }
        }
        String query = request.url().encodedQuery();
        String target = request.url().encodedPath() + (query == null ? "" : "?" + query);
        return FakeRequest.of(request.method(), target, headers, body.readByteArray());
    }

    private static Response response(Request request, FakeResponse answer, boolean cut) {
        byte[] bytes = answer.body();
        ResponseBody body =
                cut ? ResponseBody.create(CutSource.of(bytes), null, bytes.length) : ResponseBody.create(bytes, null);
        Response.Builder response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(answer.status())
                .message("")
                .body(body);
        answer.headers().forEach(response::addHeader);
        return response.build();
    }
}
