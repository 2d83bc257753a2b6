package dev.tieout.qbo.simulation;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** Half an answer, then the end of the connection. */
final class CutSource extends ForwardingSource {
    private CutSource(byte[] bytes) {
        super(new Buffer().write(bytes, 0, bytes.length / 2));
    }

    static BufferedSource of(byte[] bytes) {
        return Okio.buffer(new CutSource(bytes));
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long read = super.read(sink, byteCount);
        if (read < 0) {
            throw new IOException("connection closed in the middle of the answer");
        }
        return read;
    }
}
