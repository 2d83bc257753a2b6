package dev.tieout.qbo.api;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.tieout.qbo.entity.Attachable;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.QboFault;
import dev.tieout.qbo.http.Answer;
import dev.tieout.qbo.http.FaultReader;
import dev.tieout.qbo.http.FaultRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The body of an upload, and the reading of its answer (protocol.md §9). */
final class Attachments {
    private Attachments() {}

    static RequestBody body(AttachmentUpload upload) {
        return new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart(
                        "file_metadata_01",
                        "attachment.json",
                        RequestBody.create(metadata(upload), MediaType.get("application/json")))
                .addFormDataPart(
                        "file_content_01",
                        upload.fileName(),
                        RequestBody.create(upload.content(), MediaType.get(upload.contentType())))
                .build();
    }

    private static byte[] metadata(AttachmentUpload upload) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.beginObject();
            if (!upload.targets().isEmpty()) {
                writer.name("AttachableRef").beginArray();
                for (AttachmentUpload.Target target : upload.targets()) {
                    writer.beginObject().name("EntityRef").beginObject();
                    writer.name("type").value(target.type().name());
                    writer.name("value").value(target.id().value());
                    writer.endObject()
                            .name("IncludeOnSend")
                            .value(target.includeOnSend())
                            .endObject();
                }
                writer.endArray();
            }
            writer.name("FileName").value(upload.fileName());
            writer.name("ContentType").value(upload.contentType());
            if (upload.note().isPresent()) {
                writer.name("Note").value(upload.note().get());
            }
            writer.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readByteArray();
    }

    /** The answer has status 200 even if the file was refused. */
    static Attachable read(Answer answer, String requestId) throws IOException {
        @Nullable Attachable made = null;
        List<QboFault> faults = List.of();
        JsonReader reader = JsonReader.of(answer.body());
        reader.beginObject();
        while (reader.hasNext()) {
            if (!reader.nextName().equals("AttachableResponse")) {
                reader.skipValue();
                continue;
            }
            reader.beginArray();
            while (reader.hasNext()) {
                reader.beginObject();
                while (reader.hasNext()) {
                    switch (reader.nextName()) {
                        case "Attachable" -> made = Attachable.TYPE.codec().read(reader);
                        case "Fault" -> faults = FaultReader.fault(reader, 400);
                        default -> reader.skipValue();
                    }
                }
                reader.endObject();
            }
            reader.endArray();
        }
        reader.endObject();
        if (!faults.isEmpty()) {
            FaultReport report = FaultRules.report(faults, 200, answer.intuitTid(), null);
            throw QboException.of("upload Attachable", report.withRequestId(requestId), null);
        }
        if (made == null) {
            throw new JsonDataException("no Attachable");
        }
        return made;
    }
}
