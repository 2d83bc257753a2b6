package dev.tieout.testkit.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
    private static final byte[] PLAIN = "{\"DisplayName\":\"Ada\"}".getBytes(StandardCharsets.UTF_8);

    private interface Packer {
        OutputStream to(OutputStream out) throws IOException;
    }

    private static byte[] pack(Packer packer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.to(bytes)) {
            out.write(PLAIN);
        }
        return bytes.toByteArray();
    }

    private static FakeRequest request(String coding, byte[] body) {
        return FakeRequest.of("POST", "/x", FakeHeaders.none().with("content-encoding", coding), body);
    }

    @Test
    void gzipAndBothKindsOfDeflateAreUnpacked() throws IOException {
        byte[] gzip = pack(GZIPOutputStream::new);
        byte[] zlib = pack(DeflaterOutputStream::new);
        byte[] raw = pack(out -> new DeflaterOutputStream(out, new Deflater(9, true)));

        assertThat(ContentCoding.unpack(request("gzip", gzip)).body()).isEqualTo(PLAIN);
        assertThat(ContentCoding.unpack(request("GZIP ", gzip)).body()).isEqualTo(PLAIN);
        assertThat(ContentCoding.unpack(request("deflate", zlib)).body()).isEqualTo(PLAIN);
        assertThat(ContentCoding.unpack(request("deflate", raw)).body()).isEqualTo(PLAIN);
        assertThat(ContentCoding.unpack(request("deflate", raw)).headers().first("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void brokenOrUnknownCodingIsLeftToTheCompany() {
        FakeRequest broken = request("gzip", PLAIN);
        FakeRequest unknown = request("br", PLAIN);
        FakeRequest empty = request("gzip", new byte[0]);

        assertThat(ContentCoding.unpack(broken)).isSameAs(broken);
        assertThat(ContentCoding.unpack(unknown)).isSameAs(unknown);
        assertThat(ContentCoding.unpack(empty)).isSameAs(empty);
    }

    @Test
    void longAnswersArePackedForClientsThatTakeGzip() throws IOException {
        FakeResponse answer = FakeResponse.json(200, "[" + "1,".repeat(1_000) + "1]");
        FakeRequest takes = FakeRequest.of("GET", "/", FakeHeaders.none().with("Accept-Encoding", "gzip, br"), PLAIN);

        FakeResponse packed = ContentCoding.pack(takes, answer);

        assertThat(packed.headers().first("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(answer.body());
        assertThat(ContentCoding.pack(FakeRequest.get("/"), answer)).isSameAs(answer);
        FakeResponse small = FakeResponse.json(200, "{}");
        assertThat(ContentCoding.pack(takes, small)).isSameAs(small);
    }
}
