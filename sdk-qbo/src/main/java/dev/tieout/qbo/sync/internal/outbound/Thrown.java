package dev.tieout.qbo.sync.internal.outbound;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is logged of an exception that others threw: its class, where it came from, and its causes; never a message, which
 * may name a client. Immutable.
 *
 * @param thrown the exception
 */
public record Thrown(Throwable thrown) {
    private static final int FRAMES = 12;
    private static final int CAUSES = 4;

    @Override
    public String toString() {
        List<String> said = new ArrayList<>();
        @Nullable Throwable next = thrown;
        while (next != null && said.size() < CAUSES) {
            StringBuilder text = new StringBuilder(next.getClass().getName());
            StackTraceElement[] frames = next.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append(" at ").append(frames[i]);
            }
            said.add(text.toString());
            next = next.getCause();
        }
        return String.join(", caused by ", said);
    }
}
