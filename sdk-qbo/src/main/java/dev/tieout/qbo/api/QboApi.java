package dev.tieout.qbo.api;

import com.squareup.moshi.JsonDataException;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.call.Priority;
import dev.tieout.qbo.entity.Attachable;
import dev.tieout.qbo.entity.CompanyInfo;
import dev.tieout.qbo.entity.EntityPatch;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.ExchangeRate;
import dev.tieout.qbo.entity.Preferences;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.entity.internal.QueryPage;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.NotFoundException;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.http.internal.ApiRequest;
import dev.tieout.qbo.http.internal.OneShotBody;
import dev.tieout.qbo.http.internal.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

// Longer than others: one method for each thing that QuickBooks does, each of a few lines.
/**
 * The typed QuickBooks API of one company, with access, pace, retries and faults taken care of. A handle without state:
 * immutable and thread-safe. Calls run on the calling thread and can be interrupted.
 *
 * <p>All methods throw {@link QboException}. A write that failed for a passing reason is repeated with its request id; if
 * it cannot be told in the end whether it happened, that is an {@link
 * dev.tieout.qbo.fault.OutcomeUnknownException OutcomeUnknownException}.
 */
public final class QboApi {
    /** Newer minor versions do not exist, older ones are ignored (QuickBooks fact P2.6). */
    private static final String MINOR_VERSION = "75";

    /** From here on a query goes by POST: servers and proxies refuse long addresses. */
    private static final int LONGEST_QUERY_IN_ADDRESS = 1_500;

    /** Of the 36 that QuickBooks takes, some are for the number of the part. */
    private static final int LONGEST_BATCH_ID = 32;

    private final Transport transport;
    private final RandomGenerator random;
    private final TenantId tenant;
    private final @Nullable RealmId realm;
    private final Priority priority;
    private final Duration maxWait;

    QboApi(
            Transport transport,
            RandomGenerator random,
            TenantId tenant,
            @Nullable RealmId realm,
            Priority priority,
            Duration maxWait) {
        this.transport = transport;
        this.random = random;
        this.tenant = tenant;
        this.realm = realm;
        this.priority = priority;
        this.maxWait = maxWait;
    }

    /**
     * The same for work that nobody waits for.
     *
     * @return a handle whose calls let interactive ones go first
     */
    public QboApi background() {
        return new QboApi(transport, random, tenant, realm, Priority.BACKGROUND, maxWait);
    }

    /**
     * The same with another patience. Default: 30 s.
     *
     * @param longest how long a call may wait for its turn before it fails, unsent, with a {@link
     *     dev.tieout.qbo.fault.ThrottledException ThrottledException}
     * @return a changed handle
     */
    public QboApi withMaxWait(Duration longest) {
        return new QboApi(transport, random, tenant, realm, priority, longest);
    }

    /**
     * The company that calls go to.
     *
     * @return the pinned one, else the one that the firm is connected to now
     */
    public RealmId realm() {
        return realm == null ? transport.realm(tenant) : realm;
    }

    /**
     * Reads a record. Inactive ones can be read too.
     *
     * @param <T> the entity
     * @param type as {@code Customer.TYPE}
     * @param id its id
     * @return the record
     * @throws NotFoundException if there is none, or no more
     */
    public <T extends QboEntity & Supports.Read> T read(EntityType<T> type, RemoteId id) {
        return readAt(type, type.endpoint() + "/" + id.value());
    }

    /**
     * Looks a record up.
     *
     * @param <T> the entity
     * @param type the entity
     * @param id its id
     * @return the record; empty if there is none, or no more. Any other failure is thrown
     */
    public <T extends QboEntity & Supports.Read> Optional<T> find(EntityType<T> type, RemoteId id) {
        try {
            return Optional.of(read(type, id));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the company itself.
     *
     * @return its name, address, country and more
     */
    public CompanyInfo companyInfo() {
        return readAt(CompanyInfo.TYPE, "companyinfo/{realm}");
    }

    /**
     * Reads the company's settings.
     *
     * @return the one record of its kind
     */
    public Preferences preferences() {
        return readAt(Preferences.TYPE, "preferences");
    }

    /**
     * Reads what a currency is worth in the company's own.
     *
     * @param currency its code, ISO 4217
     * @param day the day it counts for
     * @return the rate; empty if QuickBooks has none
     */
    public Optional<ExchangeRate> exchangeRate(String currency, LocalDate day) {
        ApiRequest request = call(ExchangeRate.TYPE.name(), "read")
                .path("exchangerate")
                .query("sourcecurrencycode", currency)
                .query("asofdate", day.toString())
                .build();
        try {
            return Optional.of(
                    transport.call(request, answer -> ExchangeRate.TYPE.codec().readEnvelope(answer.body())));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private <T extends QboEntity> T readAt(EntityType<T> type, String path) {
        ApiRequest request = call(type.name(), "read").path(path).build();
        return transport.call(request, answer -> type.codec().readEnvelope(answer.body()));
    }

    /**
     * Creates a record.
     *
     * @param <T> the entity
     * @param entity made with its builder
     * @return the record as QuickBooks keeps it
     */
    public <T extends QboEntity & Supports.Create> T create(T entity) {
        return submit(Write.create(entity));
    }

    /**
     * Changes the fields of a patch, and no others.
     *
     * @param <T> the entity
     * @param patch made by the record that was read
     * @return the record as QuickBooks keeps it
     * @throws dev.tieout.qbo.fault.StaleObjectException if it was changed since
     */
    public <T extends QboEntity & Supports.SparseUpdate> T update(EntityPatch<T> patch) {
        return submit(Write.update(patch));
    }

    /**
     * Replaces a whole record; see {@link Write#replace}.
     *
     * @param <T> the entity
     * @param entity with id and sync token
     * @return the record as QuickBooks keeps it
     * @throws dev.tieout.qbo.fault.StaleObjectException if it was changed since
     */
    public <T extends QboEntity & Supports.FullUpdate> T replace(T entity) {
        return submit(Write.replace(entity));
    }

    /**
     * Makes a list entry inactive, which is all the deleting that QuickBooks has for it.
     *
     * @param <T> the entity
     * @param entity as it was read
     * @return the record as QuickBooks keeps it, its name with {@code (deleted)}
     */
    public <T extends QboEntity & Supports.Inactivate> T inactivate(T entity) {
        return submit(Write.inactivate(entity));
    }

    /**
     * Deletes a record for good.
     *
     * @param <T> the entity
     * @param entity as it was read
     * @return a stub with id and status {@code Deleted}
     */
    public <T extends QboEntity & Supports.Delete> T delete(T entity) {
        return submit(Write.delete(entity));
    }

    /**
     * Voids a transaction: it stays, with zero amounts.
     *
     * @param <T> the entity
     * @param entity as it was read
     * @return the record as QuickBooks keeps it
     */
    public <T extends QboEntity & Supports.Void> T voidTransaction(T entity) {
        return submit(Write.voidTransaction(entity));
    }

    /**
     * Makes a write with a fresh request id.
     *
     * @param <T> the entity
     * @param write what is written
     * @return the record as QuickBooks keeps it
     */
    public <T extends QboEntity> T submit(Write<T> write) {
        return submit(write, WriteOptions.standard());
    }

    /**
     * Makes a write. With the request id of an earlier attempt QuickBooks gives the earlier answer and does nothing.
     *
     * @param <T> the entity
     * @param write what is written
     * @param options above all the request id
     * @return the record as QuickBooks keeps it
     */
    public <T extends QboEntity> T submit(Write<T> write, WriteOptions options) {
        return submitted(write, options).entity();
    }

    /**
     * Carries a write out, and says whether the answer may be an old one.
     *
     * @param <T> the entity
     * @param write the write
     * @param options its options
     * @return the answer
     */
    public <T extends QboEntity> Submitted<T> submitted(Write<T> write, WriteOptions options) {
        EntityType<T> type = write.type();
        byte[] body = write.body().getBytes(StandardCharsets.UTF_8);
        ApiRequest.Builder request = call(type.name(), write.operation().word()).path(type.endpoint());
        write.operationParameter().ifPresent(operation -> request.query("operation", operation));
        List<String> include = new ArrayList<>();
        if (write.operation() == WriteOperation.VOID && !Write.voidsByOperation(type)) {
            include.add("void");
        }
        if (options.allowDuplicateDocNumber()) {
            include.add("allowduplicatedocnum");
        }
        if (options.keepPastSales()) {
            include.add("donotupdateaccountontxns");
        }
        if (!include.isEmpty()) {
            request.query("include", String.join(",", include));
        }
        request.write(options.requestId().orElseGet(this::freshRequestId))
                .post(() -> OneShotBody.of("application/json", body));
        return transport.call(
                request.build(),
                answer -> new Submitted<>(type.codec().readEnvelope(answer.body()), answer.mayRepeat()));
    }

    /**
     * Reads what a query finds, lazily: one page is held, and the next is fetched when it is needed. Where the query asks
     * for no order, nothing is missed however much changes meanwhile, and a record that changes may come twice; the order
     * is then that of the last change.
     *
     * @param <T> the entity
     * @param query what is sought
     * @return a sequential stream; it need not be closed, and its operations throw {@link QboException}
     */
    public <T extends QboEntity> Stream<T> query(Query<T> query) {
        Pages<T> pages = new Pages<>(query, this::page);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /**
     * Reads one page of what a query finds.
     *
     * @param <T> the entity
     * @param query what is sought
     * @return at most {@link Query#pageSize(int)} records from {@link Query#startingAt(int)}
     */
    public <T extends QboEntity> List<T> page(Query<T> query) {
        return rows(query.type(), queryCall(query.type().name(), "query", query.text()));
    }

    /**
     * Counts what a query finds.
     *
     * @param query what is sought
     * @return how many there are
     */
    public long count(Query<?> query) {
        ApiRequest request = queryCall(query.type().name(), "count", query.countText());
        return transport.call(request, answer -> {
            QueryPage page = query.type().codec().readQuery(answer.body(), row -> {});
            @Nullable Long total = page.totalCount();
            if (total == null) {
                throw new JsonDataException("no totalCount");
            }
            return total;
        });
    }

    /**
     * Runs a statement of one's own. Quote its values with {@link Query#quote}.
     *
     * @param <T> the entity
     * @param type what the statement selects
     * @param statement the whole statement
     * @return one page: 100 records unless the statement says otherwise
     */
    public <T extends QboEntity & Supports.Query> List<T> page(EntityType<T> type, String statement) {
        return rows(type, queryCall(type.name(), "query", statement));
    }

    private <T extends QboEntity> List<T> rows(EntityType<T> type, ApiRequest request) {
        List<T> rows = new ArrayList<>();
        transport.call(request, answer -> {
            rows.clear();
            return type.codec().readQuery(answer.body(), rows::add);
        });
        return List.copyOf(rows);
    }

    /**
     * Asks what has changed since a moment.
     *
     * @param request since when, and of which entities
     * @return the changes; look at {@link Changes#overflow()} and {@link Changes#faults()}
     */
    public Changes changes(ChangesRequest request) {
        if (request.types().isEmpty()) {
            throw new IllegalArgumentException("changes of nothing: name at least one entity");
        }
        String entities = request.types().stream().map(EntityType::name).collect(Collectors.joining(","));
        ApiRequest call = call("", "cdc")
                .path("cdc")
                .query("entities", entities)
                .query(
                        "changedSince",
                        request.since().truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
        return transport.call(call, answer -> Changes.read(answer.body()));
    }

    /**
     * Does many things in as few requests as may be: up to 30 items each, in the order given where one depends on
     * another. With the request id of an earlier batch and the same items, QuickBooks gives the earlier answers.
     *
     * @param items writes and queries
     * @param options the request id may have 32 characters here
     * @return one outcome for each item; what failed as a whole is in the outcomes too
     */
    public BatchResult batch(List<? extends BatchItem<?>> items, WriteOptions options) {
        if (options.keepPastSales()) {
            throw new IllegalArgumentException(
                    "whether a batch leaves past sales alone is not known: submit the write by itself");
        }
        String requestId = options.requestId().orElseGet(this::freshRequestId);
        if (requestId.length() > LONGEST_BATCH_ID) {
            throw new IllegalArgumentException("the request id of a batch has " + requestId.length()
                    + " characters; give at most " + LONGEST_BATCH_ID);
        }
        List<BatchOutcome> outcomes = new ArrayList<>(Collections.nCopies(items.size(), null));
        @Nullable QboException stopped = null;
        int part = 0;
        for (List<Integer> positions : BatchPlan.cut(items)) {
            part++;
            List<BatchItem<?>> chosen = new ArrayList<>();
            positions.forEach(position -> chosen.add(items.get(position)));
            List<BatchOutcome> answered;
            if (stopped == null) {
                try {
                    String id = part == 1 ? requestId : requestId + "-" + part;
                    answered = sent(new BatchCall(chosen, id), id);
                } catch (QboException e) {
                    stopped = e;
                    answered = chosen.stream()
                            .map(item -> BatchCall.unsettled(item, e))
                            .toList();
                }
            } else {
                answered = Collections.nCopies(chosen.size(), new BatchOutcome.NotSent(stopped));
            }
            for (int i = 0; i < answered.size(); i++) {
                outcomes.set(positions.get(i), answered.get(i));
            }
        }
        return new BatchResult(requestId, outcomes);
    }

    /**
     * Sends writes in one request under ids that are kept: the same writes, ids and request id may be sent again after a
     * lost answer. Nothing is cut or ordered: give at most 30 writes that do not depend on one another.
     *
     * @param writes the writes by their {@code bId}, each of at most 10 characters
     * @param requestId the id of the request, at most 32 characters
     * @return the outcomes in the order of the writes
     * @throws QboException if the request as a whole failed; an {@code OutcomeUnknownException} if it may have arrived
     */
    public BatchResult batch(SequencedWrites writes, String requestId) {
        return new BatchResult(requestId, sent(new BatchCall(writes.items(), writes.ids(), requestId), requestId));
    }

    private List<BatchOutcome> sent(BatchCall batch, String requestId) {
        byte[] body = batch.body();
        ApiRequest.Builder call =
                call("", "batch").path("batch").batch().post(() -> OneShotBody.of("application/json", body));
        // Questions alone change nothing, and are let through where writing is not allowed.
        ApiRequest request = (batch.writes() ? call.write(requestId) : call.query("requestid", requestId)).build();
        return transport.call(request, answer -> {
            List<BatchOutcome> outcomes = batch.read(answer);
            heard(request, answer.realm(), outcomes);
            return outcomes;
        });
    }

    /** A batch is answered well even where each of its writes is refused: what that says of the connection is passed on. */
    private void heard(ApiRequest request, RealmId company, List<BatchOutcome> outcomes) {
        for (BatchOutcome outcome : outcomes) {
            if (outcome instanceof BatchOutcome.Failed failed
                    && failed.failure().kind() == FaultKind.SUBSCRIPTION) {
                transport.refused(request, company, failed.failure());
                return;
            }
        }
        if (outcomes.stream().anyMatch(BatchOutcome.Written.class::isInstance)) {
            transport.wrote(request, company);
        }
    }

    /**
     * Sends a transaction by e-mail.
     *
     * @param <T> the entity
     * @param type as {@code Invoice.TYPE}
     * @param id the transaction
     * @param to the address; empty for the one that the transaction has. Payments need one
     * @param options above all the request id, without which a repetition sends twice
     * @return the record, whose sync token has grown
     */
    public <T extends QboEntity & Supports.Send> T send(
            EntityType<T> type, RemoteId id, Optional<String> to, WriteOptions options) {
        if (to.isEmpty() && type.name().equals("Payment")) {
            throw new IllegalArgumentException("QuickBooks sends a Payment only to an address that is given");
        }
        ApiRequest.Builder request = call(type.name(), "send").path(type.endpoint() + "/" + id.value() + "/send");
        to.ifPresent(address -> request.query("sendTo", address));
        request.write(options.requestId().orElseGet(this::freshRequestId))
                .post(() -> OneShotBody.of("application/octet-stream", new byte[0]));
        return transport.call(request.build(), answer -> type.codec().readEnvelope(answer.body()));
    }

    /**
     * Fetches a transaction as it prints.
     *
     * @param <T> the entity
     * @param type as {@code Invoice.TYPE}
     * @param id the transaction
     * @return a PDF
     */
    public <T extends QboEntity & Supports.Pdf> byte[] pdf(EntityType<T> type, RemoteId id) {
        ApiRequest request = call(type.name(), "pdf")
                .path(type.endpoint() + "/" + id.value() + "/pdf")
                .accept("application/pdf")
                .build();
        return transport.call(request, answer -> {
            if (answer.body().size() < 5 || !answer.body().clone().readUtf8(5).equals("%PDF-")) {
                throw new JsonDataException("no PDF");
            }
            return answer.body().readByteArray();
        });
    }

    /**
     * Uploads a file and attaches it.
     *
     * @param upload the file and where it belongs
     * @param options above all the request id
     * @return the attachment
     */
    public Attachable upload(AttachmentUpload upload, WriteOptions options) {
        BatchOutcome outcome = upload(List.of(upload), options.requestId().orElseGet(this::freshRequestId))
                .get(0);
        if (outcome instanceof BatchOutcome.Written written && written.entity() instanceof Attachable made) {
            return made;
        }
        throw outcome instanceof BatchOutcome.Failed failed
                ? failed.failure()
                : ((BatchOutcome.Unknown) outcome).failure();
    }

    /**
     * Uploads several files in one request and attaches each. One that is refused does not stop the others. With the
     * request id of an earlier upload and the same files, QuickBooks gives the earlier answers.
     *
     * @param uploads 1 to 99 files, of 100 MB together
     * @param options above all the request id
     * @return one outcome for each file, {@link BatchOutcome.Written} with an {@link Attachable} if it went well; what
     *     failed as a whole is in the outcomes too
     */
    public BatchResult upload(List<AttachmentUpload> uploads, WriteOptions options) {
        String requestId = options.requestId().orElseGet(this::freshRequestId);
        try {
            return new BatchResult(requestId, upload(uploads, requestId));
        } catch (QboException e) {
            boolean unknown = e.kind() == FaultKind.OUTCOME_UNKNOWN;
            BatchOutcome each = unknown ? new BatchOutcome.Unknown(e) : new BatchOutcome.Failed(e);
            return new BatchResult(requestId, Collections.nCopies(uploads.size(), each));
        }
    }

    private List<BatchOutcome> upload(List<AttachmentUpload> uploads, String requestId) {
        RequestBody body = Attachments.body(uploads);
        ApiRequest request = call("Attachable", "upload")
                .path("upload")
                .write(requestId)
                .post(() -> new OneShotBody(body))
                .build();
        return transport.call(request, answer -> Attachments.read(answer, uploads.size(), requestId));
    }

    /**
     * Fetches an attached file.
     *
     * @param attachable the attachment's id
     * @return its bytes
     */
    public byte[] download(RemoteId attachable) {
        HttpUrl url = HttpUrl.get(downloadAddress(attachable).toString());
        return transport.fetch(tenant, realm(), "Attachable", url).readByteArray();
    }

    /**
     * Where an attached file can be fetched for the next 15 minutes, by anybody who has the address.
     *
     * @param attachable the attachment's id
     * @return an address with its own permission: treat it as a secret
     */
    public URI downloadAddress(RemoteId attachable) {
        ApiRequest request = call("Attachable", "download")
                .path("download/" + attachable.value())
                .accept("*/*")
                .build();
        return transport.call(request, answer -> {
            @Nullable HttpUrl given = HttpUrl.parse(answer.body().readUtf8().trim());
            if (given == null) {
                throw new JsonDataException("no address");
            }
            return given.uri();
        });
    }

    /**
     * Makes a report.
     *
     * @param report which, and about what
     * @return its rows
     */
    public Report report(ReportRequest report) {
        ApiRequest.Builder request = call("", "report").path("reports/" + report.name());
        report.parameters().forEach(request::query);
        return transport.call(request.build(), answer -> ReportReader.read(answer.body()));
    }

    private ApiRequest queryCall(String entity, String operation, String text) {
        ApiRequest.Builder request = call(entity, operation).path("query");
        if (text.length() <= LONGEST_QUERY_IN_ADDRESS) {
            return request.query("query", text).build();
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return request.post(() -> OneShotBody.of("application/text", body)).build();
    }

    private ApiRequest.Builder call(String entity, String operation) {
        return ApiRequest.builder(tenant, entity, operation)
                .realm(realm)
                .query("minorversion", MINOR_VERSION)
                .turn(priority, maxWait);
    }

    private String freshRequestId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Names firm and company. */
    @Override
    public String toString() {
        return "QboApi[tenant=" + tenant + (realm == null ? "" : ", realm=" + realm) + "]";
    }
}
