package dev.tieout.qbo.sync.internal.inbound;

import java.time.Instant;

/** Says how much later than planned changes are asked for, because each time is paid for. Thread-safe. */
public interface Thrift {
    /**
     * @param now the time
     * @param planned when they would be asked for
     * @return that time, or a later one
     */
    Instant later(Instant now, Instant planned);
}
