package dev.tieout.qbo.http.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.tieout.qbo.fault.FaultCatalog;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Finds the errors in a body, whatever its shape: JSON of the service (upper case), JSON of the gateway (lower case), XML,
 * OAuth, or plain text (QuickBooks facts P3.1 to P3.4). Goes by content, because status and content type do not tell.
 */
public final class FaultReader {
    /** Where a body that only might hold a fault is no longer searched: no fault seen has a tenth of it. */
    private static final long SEARCHED_BYTES = 32 << 10;

    /** Of {@code "Fault"} and {@code "fault"}. */
    private static final ByteString FAULT = ByteString.encodeUtf8("ault\"");

    private static final ByteString OAUTH_ERROR = ByteString.encodeUtf8("\"error\"");
    private static final Pattern FIRST_MEMBER_OF_FAULT = Pattern.compile("^\\s*\\{\\s*\"(?:[Ff]ault|warnings)\"");
    private static final Pattern GATEWAY_CODE = Pattern.compile("errorCode=(\\d{3,6})");

    private FaultReader() {}

    /**
     * Looks for errors in the body of a failed call, or at the start of a body that should be a good one.
     *
     * @param body not consumed
     * @param status the HTTP status
     * @return the errors; empty if the body has none
     */
    public static List<QboFault> read(Buffer body, int status) {
        boolean good = status >= 200 && status < 300;
        int first = firstCharacter(body);
        try {
            if (first == '{') {
                return good && !mayHoldFault(body) ? List.of() : json(body.clone(), status);
            }
            if (first == '<') {
                return good && body.size() > SEARCHED_BYTES ? List.of() : XmlFaults.read(head(body), status);
            }
            return good || first == '%' ? List.of() : plainText(head(body), status);
        } catch (IOException | JsonDataException e) {
            return List.of();
        }
    }

    /**
     * Reads the errors of one fault object, as it stands in a batch or an upload.
     *
     * @param reader at the value of {@code Fault}
     * @param status the HTTP status that stands for it
     * @return the errors, never empty
     * @throws IOException if the text is not JSON
     */
    public static List<QboFault> fault(JsonReader reader, int status) throws IOException {
        List<QboFault> faults = new ArrayList<>();
        if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            reader.skipValue();
        } else {
            reader.beginObject();
            while (reader.hasNext()) {
                if (!reader.nextName().toLowerCase(Locale.ROOT).equals("error")) {
                    reader.skipValue();
                } else if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                    reader.beginArray();
                    while (reader.hasNext()) {
                        faults.add(error(reader, status));
                    }
                    reader.endArray();
                } else {
                    faults.add(error(reader, status));
                }
            }
            reader.endObject();
        }
        return faults.isEmpty() ? List.of(make("", "", "", null, status)) : faults;
    }

    static QboFault make(String code, String message, String detail, @Nullable String element, int status) {
        String known = code.isEmpty() ? gatewayCode(message) : FaultCatalog.normalise(code.replace("-", ""));
        FaultKind kind = FaultRules.kind(known, message, detail, status);
        return new QboFault(known, message, detail, Optional.ofNullable(blankToNull(element)), kind);
    }

    private static List<QboFault> json(Buffer body, int status) throws IOException {
        JsonReader reader = JsonReader.of(body);
        List<QboFault> found = new ArrayList<>();
        String oauthError = "";
        String oauthText = "";
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            JsonReader.Token next = reader.peek();
            if (name.equalsIgnoreCase("Fault") && next == JsonReader.Token.BEGIN_OBJECT) {
                found.addAll(fault(reader, status));
            } else if (name.equals("QueryResponse") && next == JsonReader.Token.BEGIN_OBJECT) {
                nested(reader, found, status);
            } else if (name.equals("error") && next == JsonReader.Token.STRING) {
                oauthError = reader.nextString();
            } else if (name.equals("error_description") && next == JsonReader.Token.STRING) {
                oauthText = reader.nextString();
            } else {
                reader.skipValue();
            }
        }
        if (found.isEmpty() && !oauthError.isEmpty()) {
            found.add(new QboFault(
                    oauthError,
                    oauthError,
                    oauthText,
                    Optional.empty(),
                    FaultRules.oauth(oauthError, oauthText, status)));
        }
        return found;
    }

    private static void nested(JsonReader reader, List<QboFault> found, int status) throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            if (reader.nextName().equals("Fault") && reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
                found.addAll(fault(reader, status));
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
    }

    private static QboFault error(JsonReader reader, int status) throws IOException {
        String code = "";
        String message = "";
        String detail = "";
        @Nullable String element = null;
        if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            reader.skipValue();
            return make("", "", "", null, status);
        }
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName().toLowerCase(Locale.ROOT)) {
                case "code" -> code = text(reader);
                case "message" -> message = text(reader);
                case "detail" -> detail = text(reader);
                case "element" -> element = text(reader);
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        return make(code, message, detail, element, status);
    }

    private static String text(JsonReader reader) throws IOException {
        JsonReader.Token next = reader.peek();
        if (next == JsonReader.Token.STRING || next == JsonReader.Token.NUMBER) {
            return reader.nextString();
        }
        reader.skipValue();
        return "";
    }

    private static List<QboFault> plainText(String text, int status) {
        String code = gatewayCode(text);
        return code.isEmpty() ? List.of() : List.of(make(code, "", "", null, status));
    }

    private static String gatewayCode(String text) {
        Matcher matcher = GATEWAY_CODE.matcher(text);
        return matcher.find() ? FaultCatalog.normalise(matcher.group(1)) : "";
    }

    /** A quick look, so that a good answer is parsed once only. */
    private static boolean mayHoldFault(Buffer body) throws IOException {
        if (body.size() <= SEARCHED_BYTES) {
            return body.indexOf(FAULT) >= 0 || body.indexOf(OAUTH_ERROR) >= 0;
        }
        String start = body.clone().readString(256, StandardCharsets.ISO_8859_1);
        return FIRST_MEMBER_OF_FAULT.matcher(start).find();
    }

    private static String head(Buffer body) throws IOException {
        return body.clone().readUtf8(Math.min(body.size(), SEARCHED_BYTES));
    }

    private static int firstCharacter(Buffer body) {
        long size = Math.min(body.size(), 64);
        for (long i = 0; i < size; i++) {
            int b = body.getByte(i) & 0xff;
            // Blanks, and the three bytes of a byte order mark.
            if (b > ' ' && b != 0xef && b != 0xbb && b != 0xbf) {
                return b;
            }
        }
        return -1;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > 200 ? null : text;
    }
}
