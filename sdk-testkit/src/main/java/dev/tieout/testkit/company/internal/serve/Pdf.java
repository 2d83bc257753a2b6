package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A one-page PDF that names the form, its number, its date and its total: valid, not pretty. */
final class Pdf {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private Pdf() {}

    static byte[] of(String title, JsonObject record) {
        List<String> lines = List.of(
                title,
                "No. " + record.text("DocNumber", record.text("PaymentRefNum", record.text("Id", ""))),
                "Date " + record.text("TxnDate", ""),
                "Total " + record.text("TotalAmt", "0"));
        return new Pdf().page(lines);
    }

    private byte[] page(List<String> lines) {
        StringBuilder content = new StringBuilder("BT /F1 14 Tf 72 720 Td 20 TL ");
        lines.forEach(line -> content.append('(').append(escaped(line)).append(") Tj T* "));
        content.append("ET");
        write("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R"
                + " /Resources << /Font << /F1 4 0 R >> >> >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        object("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
        return finish();
    }

    private void object(String body) {
        offsets.add(out.size());
        write(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private byte[] finish() {
        int table = out.size();
        int size = offsets.size() + 1;
        write("xref\n0 " + size + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        write("trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(code -> {
            boolean special = code == '(' || code == ')' || code == '\\';
            escaped.append(special ? "\\" : "").appendCodePoint(code >= 32 && code < 127 ? code : '?');
        });
        return escaped.toString();
    }
}
