package dev.tieout.qbo.connect.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import dev.tieout.TieoutException;
import dev.tieout.qbo.connect.TroubleCause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link TokenDocument}: JSON whose first member is its format number. */
public final class TokenDocuments {
    private static final int FORMAT = 1;

    private TokenDocuments() {}

    /**
     * Writes a document.
     *
     * @param document what is stored
     * @return secret text
     */
    public static String write(TokenDocument document) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.beginObject();
            writer.name("format").value(FORMAT);
            writer.name("accessToken").value(document.tokens().access());
            moment(writer, "accessExpiresAt", document.tokens().accessExpiresAt());
            writer.name("refreshToken").value(document.tokens().refresh());
            moment(writer, "refreshExpiresAt", document.tokens().refreshExpiresAt());
            moment(writer, "hardExpiresAt", document.tokens().hardExpiresAt());
            moment(writer, "issuedAt", document.tokens().issuedAt());
            moment(writer, "connectedAt", document.connectedAt());
            writer.name("codeHash").value(document.codeHash());
            @Nullable TroubleCause cause = document.cause();
            writer.name("cause").value(cause == null ? null : cause.name());
            moment(writer, "since", document.since());
            moment(writer, "askedAt", document.askedAt());
            writer.name("claim").value(document.claim());
            moment(writer, "claimUntil", document.claimUntil());
            TokenDocument.Notes notes = document.notes();
            writer.name("companyName").value(notes.companyName());
            moment(writer, "companyReadAt", notes.companyReadAt());
            @Nullable TroubleCause told = notes.told();
            writer.name("told").value(told == null ? null : told.name());
            moment(writer, "toldAt", notes.toldAt());
            writer.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }

    private static void moment(JsonWriter writer, String name, @Nullable Instant value) throws IOException {
        writer.name(name).value(value == null ? null : value.toString());
    }

    /**
     * Reads a document.
     *
     * @param text as it was written
     * @return the document
     * @throws TieoutException if it is damaged or of a newer format
     */
    public static TokenDocument read(String text) {
        try {
            return of(Json.members(new Buffer().writeUtf8(text)));
        } catch (IOException | JsonDataException | IllegalArgumentException | DateTimeException e) {
            // Not as the cause: a parser's message may quote what it read.
            throw new TieoutException("The stored tokens cannot be read ("
                    + e.getClass().getSimpleName() + "): the token store changed the document; connect the firm again");
        }
    }

    private static TokenDocument of(Map<String, String> members) {
        int format = Integer.parseInt(Json.text(members, "format"));
        if (format > FORMAT) {
            throw new TieoutException("The stored tokens have format " + format + ", this version reads up to " + FORMAT
                    + ": update the library on this node");
        }
        TokenDocument.Tokens tokens = new TokenDocument.Tokens(
                Json.text(members, "accessToken"),
                Instant.parse(Json.text(members, "accessExpiresAt")),
                Json.text(members, "refreshToken"),
                Instant.parse(Json.text(members, "refreshExpiresAt")),
                moment(members, "hardExpiresAt"),
                Instant.parse(Json.text(members, "issuedAt")));
        @Nullable String cause = members.get("cause");
        @Nullable String told = members.get("told");
        return new TokenDocument(
                tokens,
                Instant.parse(Json.text(members, "connectedAt")),
                Json.text(members, "codeHash"),
                cause == null ? null : TroubleCause.valueOf(cause),
                moment(members, "since"),
                moment(members, "askedAt"),
                members.get("claim"),
                moment(members, "claimUntil"),
                new TokenDocument.Notes(
                        members.get("companyName"),
                        moment(members, "companyReadAt"),
                        told == null ? null : TroubleCause.valueOf(told),
                        moment(members, "toldAt")));
    }

    private static @Nullable Instant moment(Map<String, String> members, String name) {
        @Nullable String value = members.get(name);
        return value == null ? null : Instant.parse(value);
    }
}
