package dev.tieout.qbo.http.internal;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.call.Priority;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One call, before it has a token and a turn. Immutable; {@link Builder} is not.
 *
 * @param tenant the firm
 * @param realm the company that must be meant, or null for whichever the tenant is connected to
 * @param entity for hooks and messages, may be empty
 * @param operation for hooks and messages
 * @param method GET or POST
 * @param path below {@code v3/company/{realm}/}; may be empty
 * @param query the query parameters, in order
 * @param accept the Accept header
 * @param body makes the body anew for each attempt, or null
 * @param write whether it changes something
 * @param batch whether it counts as a batch
 * @param requestId the write's request id, or null
 * @param priority who waits
 * @param maxWait the longest wait for the turn
 */
public record ApiRequest(
        TenantId tenant,
        @Nullable RealmId realm,
        String entity,
        String operation,
        String method,
        String path,
        Map<String, String> query,
        String accept,
        @Nullable Body body,
        boolean write,
        boolean batch,
        @Nullable String requestId,
        Priority priority,
        Duration maxWait) {
    /** Makes a body; called once for each attempt. */
    @FunctionalInterface
    public interface Body {
        /**
         * Makes it.
         *
         * @return a one-shot body
         */
        RequestBody make();
    }

    /**
     * What it is, for a message: {@code create Invoice}.
     *
     * @return operation and entity
     */
    public String what() {
        return entity.isEmpty() ? operation : operation + " " + entity;
    }

    /**
     * Starts a call.
     *
     * @param tenant the firm
     * @param entity for hooks and messages, may be empty
     * @param operation for hooks and messages
     * @return a builder of a read
     */
    public static Builder builder(TenantId tenant, String entity, String operation) {
        return new Builder(tenant, entity, operation);
    }

    /** Collects a call. */
    public static final class Builder {
        private final TenantId tenant;
        private final String entity;
        private final String operation;
        private final Map<String, String> query = new LinkedHashMap<>();
        private @Nullable RealmId realm;
        private String path = "";
        private String accept = "application/json";
        private @Nullable Body body;
        private boolean write;
        private boolean batch;
        private @Nullable String requestId;
        private Priority priority = Priority.INTERACTIVE;
        private Duration maxWait = Duration.ofSeconds(30);

        private Builder(TenantId tenant, String entity, String operation) {
            this.tenant = tenant;
            this.entity = entity;
            this.operation = operation;
        }

        /**
         * Pins the company.
         *
         * @param value the company, or null
         * @return this
         */
        public Builder realm(@Nullable RealmId value) {
            realm = value;
            return this;
        }

        /**
         * Sets the path.
         *
         * @param value below {@code v3/company/{realm}/}
         * @return this
         */
        public Builder path(String value) {
            path = value;
            return this;
        }

        /**
         * Adds a query parameter.
         *
         * @param name its name
         * @param value its value, not encoded
         * @return this
         */
        public Builder query(String name, String value) {
            query.put(name, value);
            return this;
        }

        /**
         * Sets what is accepted. Default: JSON.
         *
         * @param value a media type
         * @return this
         */
        public Builder accept(String value) {
            accept = value;
            return this;
        }

        /**
         * Makes it a POST.
         *
         * @param value makes the body
         * @return this
         */
        public Builder post(Body value) {
            body = value;
            return this;
        }

        /**
         * Makes it a write.
         *
         * @param id its request id
         * @return this
         */
        public Builder write(String id) {
            write = true;
            requestId = id;
            return query("requestid", id);
        }

        /**
         * Counts it as a batch.
         *
         * @return this
         */
        public Builder batch() {
            batch = true;
            return this;
        }

        /**
         * Sets who waits and how long.
         *
         * @param value the priority
         * @param wait the longest wait for the turn
         * @return this
         */
        public Builder turn(Priority value, Duration wait) {
            priority = value;
            maxWait = wait;
            return this;
        }

        /**
         * Makes the call.
         *
         * @return immutable
         */
        public ApiRequest build() {
            return new ApiRequest(
                    tenant,
                    realm,
                    entity,
                    operation,
                    body == null ? "GET" : "POST",
                    path,
                    Collections.unmodifiableMap(new LinkedHashMap<>(query)),
                    accept,
                    body,
                    write,
                    batch,
                    requestId,
                    priority,
                    maxWait);
        }
    }
}
