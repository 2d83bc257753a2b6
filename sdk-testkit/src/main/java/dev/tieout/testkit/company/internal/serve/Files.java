package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.exchange.FakeResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Attachments: upload, download (QuickBooks facts P9, recorded in {@code qbo_api-attachment-*}). */
public final class Files {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Pattern NUMBER = Pattern.compile("(\\d+)$");

    private final String realmId;
    private final Ledger ledger;
    private final Answers answers;

    Files(String realmId, Ledger ledger, Answers answers) {
        this.realmId = realmId;
        this.ledger = ledger;
        this.answers = answers;
    }

    /** Metadata and content pair up by their number; a file without metadata is taken too. 200 even for faults. */
    FakeResponse upload(Call call) {
        String type = call.request().headers().first("Content-Type").orElse("");
        List<Multipart.Part> parts = Multipart.parts(type, call.body());
        List<Object> responses = new ArrayList<>();
        for (Multipart.Part part : parts) {
            if (!metadata(part)) {
                responses.add(stored(call, part, metadataOf(part, parts)));
            }
        }
        if (responses.isEmpty()) {
            throw QboFault.of(6041, "Invalid file : the upload has no file part.");
        }
        return Envelopes.success(JsonObject.of("AttachableResponse", responses), call.now(), call.xml(), call.tid());
    }

    private static boolean metadata(Multipart.Part part) {
        boolean named = part.name().toLowerCase(Locale.ROOT).contains("metadata");
        boolean content = part.name().toLowerCase(Locale.ROOT).contains("content");
        return named
                || (!content
                        && part.fileName().isEmpty()
                        && (part.contentType().contains("json")
                                || part.contentType().contains("xml")));
    }

    /** Metadata in JSON or XML, whatever its part says it is. */
    private static JsonObject metadata(byte[] content) throws JsonText.Malformed {
        boolean xml = new String(content, StandardCharsets.UTF_8).stripLeading().startsWith("<");
        return xml ? Call.parsed(content, "Attachable") : JsonText.object(content);
    }

    private static Multipart.@Nullable Part metadataOf(Multipart.Part file, List<Multipart.Part> parts) {
        String number = number(file);
        int at = parts.indexOf(file);
        for (Multipart.Part part : parts) {
            if (metadata(part) && !number.isEmpty() && number.equals(number(part))) {
                return part;
            }
        }
        Multipart.Part before = at > 0 ? parts.get(at - 1) : null;
        boolean fits = before != null
                && metadata(before)
                && (number.isEmpty() || number(before).isEmpty());
        return fits ? before : null;
    }

    private static String number(Multipart.Part part) {
        Matcher number = NUMBER.matcher(part.name());
        return number.find() ? String.valueOf(number.group(1)) : "";
    }

    private JsonObject stored(Call call, Multipart.Part file, Multipart.@Nullable Part metadata) {
        try {
            JsonObject body = metadata == null ? new JsonObject() : metadata(metadata.content());
            body.setIfAbsent("FileName", file.fileName().isEmpty() ? "upload" : file.fileName());
            String type = file.contentType().isEmpty() ? "application/octet-stream" : file.contentType();
            body.setIfAbsent("ContentType", type);
            JsonObject saved = ledger.change(EntityKind.ATTACHABLE, call.now(), desk -> {
                JsonObject named = desk.recorder().save(EntityKind.ATTACHABLE, body);
                String id = named.text("Id", "");
                JsonObject attachable = desk.work().edit(EntityKind.ATTACHABLE, id);
                byte[] before = ledger.books().files().get(id);
                boolean same = named.text("SyncToken", "").equals(body.text("SyncToken"));
                if (same && !Arrays.equals(before, file.content())) {
                    // The metadata is the old one, the file is not (QuickBooks fact P9.3).
                    desk.work().bump(EntityKind.ATTACHABLE, attachable);
                }
                attachable.set("FileAccessUri", "/v3/company/" + realmId + "/download/" + id);
                attachable.set("TempDownloadUri", address(call, id));
                attachable.set("Size", BigDecimal.valueOf(file.content().length));
                desk.work().file(id, file.content());
                return attachable;
            });
            JsonObject shown = answers.render(EntityKind.ATTACHABLE, saved, Answers.View.CREATED);
            return JsonObject.of("Attachable", shown);
        } catch (QboFault fault) {
            return JsonObject.of("Fault", Envelopes.fault(fault));
        } catch (JsonText.Malformed malformed) {
            QboFault fault = QboFault.of(6040, "Invalid metadata type : the metadata part is not a JSON object.");
            return JsonObject.of("Fault", Envelopes.fault(fault));
        }
    }

    /** Where a file can be had without credentials for a quarter of an hour: on the server that was asked, never elsewhere. */
    static String address(Call call, String id) {
        String host = call.request().headers().first("Host").orElse("localhost");
        return "http://" + host + "/_files/" + call.request().segments().get(2) + "/" + id
                + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=" + LIFE.toSeconds() + "&expires="
                + call.now().plus(LIFE).getEpochSecond() + "&X-Amz-Signature=" + call.tid();
    }

    /** The content behind an address that {@link #address} made; 403 when it has expired. */
    public static FakeResponse content(Books books, String id, String expires, Instant now) {
        JsonObject attachable = books.find(EntityKind.ATTACHABLE, id);
        byte[] content = books.files().get(id);
        boolean alive = expires.matches("\\d{1,15}") && now.getEpochSecond() <= Long.parseLong(expires);
        if (!alive) {
            return FakeResponse.text(
                    403,
                    "application/xml",
                    "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>");
        }
        if (attachable == null || content == null) {
            return FakeResponse.text(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
        }
        return FakeResponse.bytes(200, attachable.text("ContentType", "application/octet-stream"), content);
    }

    /** The temporary address of a file as text, or with {@code raw=true} its content, which only the fake offers. */
    FakeResponse download(Call call) {
        String id = call.rest().size() < 2 ? "" : call.rest().get(1);
        JsonObject attachable = ledger.books().find(EntityKind.ATTACHABLE, id);
        byte[] content = ledger.books().files().get(id);
        if (attachable == null) {
            throw QboFault.notFound();
        }
        if (call.request().parameter("raw").orElse("").equals("true") && content != null) {
            return Envelopes.success(content, attachable.text("ContentType", "application/octet-stream"), call.tid());
        }
        String address = content == null ? attachable.text("TempDownloadUri", "") : address(call, id);
        return Envelopes.success(address.getBytes(StandardCharsets.UTF_8), "text/plain;charset=utf-8", call.tid());
    }
}
