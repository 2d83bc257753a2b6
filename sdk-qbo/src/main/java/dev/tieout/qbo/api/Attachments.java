package dev.tieout.qbo.api;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.tieout.qbo.entity.Attachable;
import dev.tieout.qbo.fault.QboFault;
import dev.tieout.qbo.http.internal.Answer;
import dev.tieout.qbo.http.internal.FaultReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The body of an upload of one file or several, and the reading of its answer (QuickBooks fact P9.1). */
final class Attachments {
    static final String WHAT = "upload Attachable";

    /** As many as two digits can number, in QuickBooks' own form. */
    private static final int MOST_FILES = 99;

    private Attachments() {}

    /**
     * The parts of a description and a file have one number.
     *
     * @throws IllegalArgumentException if there are more files, or more bytes, than a request may have
     */
    static RequestBody body(List<AttachmentUpload> uploads) {
        if (uploads.isEmpty() || uploads.size() > MOST_FILES) {
            throw new IllegalArgumentException("there are " + uploads.size() + " files: give 1 to " + MOST_FILES);
        }
        MultipartBody.Builder body = new MultipartBody.Builder().setType(MultipartBody.FORM);
        long size = 0;
        for (int i = 0; i < uploads.size(); i++) {
            AttachmentUpload upload = uploads.get(i);
            String number = i < 9 ? "0" + (i + 1) : Integer.toString(i + 1);
            byte[] metadata = metadata(upload);
            body.addFormDataPart(
                    "file_metadata_" + number,
                    "attachment.json",
                    RequestBody.create(metadata, MediaType.get("application/json")));
            body.addFormDataPart(
                    "file_content_" + number,
                    upload.fileName(),
                    RequestBody.create(upload.content(), MediaType.get(upload.contentType())));
            size += metadata.length + upload.content().length;
        }
        if (size > AttachmentUpload.LARGEST) {
            throw new IllegalArgumentException(
                    "the files have " + size + " bytes together: give at most " + AttachmentUpload.LARGEST);
        }
        return body.build();
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

    /**
     * The answer has status 200 even if files were refused. A refusal does not name its file: entries are taken in the
     * order of the files, and an answer of another length cannot be understood.
     */
    static List<BatchOutcome> read(Answer answer, int files, String requestId) throws IOException {
        List<BatchOutcome> outcomes = new ArrayList<>();
        JsonReader reader = JsonReader.of(answer.body());
        reader.beginObject();
        while (reader.hasNext()) {
            if (!reader.nextName().equals("AttachableResponse")) {
                reader.skipValue();
                continue;
            }
            reader.beginArray();
            while (reader.hasNext()) {
                outcomes.add(entry(reader, answer, requestId));
            }
            reader.endArray();
        }
        reader.endObject();
        if (outcomes.size() != files) {
            throw new JsonDataException(outcomes.size() + " results for " + files + " files");
        }
        return outcomes;
    }

    private static BatchOutcome entry(JsonReader reader, Answer answer, String requestId) throws IOException {
        @Nullable Attachable made = null;
        List<QboFault> faults = List.of();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "Attachable" -> made = Attachable.TYPE.codec().read(reader);
                case "Fault" -> faults = FaultReader.fault(reader, 400);
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        if (!faults.isEmpty()) {
            return BatchCall.refused(WHAT, faults, answer, requestId);
        }
        if (made == null) {
            throw new JsonDataException("no Attachable");
        }
        return new BatchOutcome.Written(made, false);
    }
}
