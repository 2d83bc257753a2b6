package dev.tieout.qbo.api;

import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.QboEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file to attach. Immutable, except that {@code content} is not copied.
 *
 * @param fileName what it is called, with its ending
 * @param contentType its media type
 * @param content its bytes; QuickBooks takes 100 MB at most, descriptions and all files of a request together
 * @param note a note, up to 2,000 characters
 * @param targets the records that it is attached to
 */
@SuppressWarnings("ArrayRecordComponent") // a large value that is passed on, never compared
public record AttachmentUpload(
        String fileName, String contentType, byte[] content, Optional<String> note, List<Target> targets) {
    /** Of a whole request, and so of all its files together. */
    static final int LARGEST = 100 << 20;

    /**
     * A record that a file is attached to.
     *
     * @param type its kind
     * @param id its id
     * @param includeOnSend whether the file goes along when the record is sent
     */
    public record Target(EntityType<? extends QboEntity> type, RemoteId id, boolean includeOnSend) {}

    public AttachmentUpload {
        Given.value("fileName", fileName);
        Given.value("contentType", contentType);
        Given.value("content", content);
        if (fileName.isBlank() || fileName.chars().anyMatch(c -> c < ' ' || c == '"')) {
            throw new IllegalArgumentException("fileName is blank, or has a quote or a control character");
        }
        if (content.length == 0 || content.length > LARGEST) {
            throw new IllegalArgumentException("content has " + content.length + " bytes: give 1 to " + LARGEST);
        }
        targets = Given.list("targets", targets);
    }

    /**
     * A file that is attached to nothing yet.
     *
     * @param fileName what it is called
     * @param contentType its media type
     * @param content its bytes
     * @return an upload
     */
    public static AttachmentUpload of(String fileName, String contentType, byte[] content) {
        return new AttachmentUpload(fileName, contentType, content, Optional.empty(), List.of());
    }

    /**
     * The same, attached to one more record.
     *
     * @param type its kind
     * @param id its id
     * @return a changed upload
     */
    public AttachmentUpload attachTo(EntityType<? extends QboEntity> type, RemoteId id) {
        List<Target> all = new ArrayList<>(targets);
        all.add(new Target(type, id, false));
        return new AttachmentUpload(fileName, contentType, content, note, all);
    }

    /** Names the size only. */
    @Override
    public String toString() {
        return "AttachmentUpload[" + content.length + " bytes, targets=" + targets.size() + "]";
    }
}
