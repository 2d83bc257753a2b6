package dev.tieout.qbo.http.internal;

import java.io.IOException;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Reads answers into memory, but not beyond a bound. */
public final class Bodies {
    private Bodies() {}

    /** An answer is larger than the bound. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long bound) {
            super("the answer is larger than " + bound + " bytes; raise maxResponseBytes if that is meant to be");
        }
    }

    /**
     * Reads a body whole, after decompression.
     *
     * @param response whose body is read
     * @param bound the most bytes
     * @return the bytes
     * @throws IOException if reading fails, or {@link TooLarge}
     */
    public static Buffer read(Response response, long bound) throws IOException {
        Buffer buffer = new Buffer();
        BufferedSource source = response.body().source();
        while (source.read(buffer, 64 << 10) != -1) {
            if (buffer.size() > bound) {
                throw new TooLarge(bound);
            }
        }
        return buffer;
    }
}
