package dev.tieout.qbo;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Keeps the library's log lines of the test run, at every level, the newest 20,000. */
public final class RecordedLogs implements SLF4JServiceProvider {
    private static final int KEPT = 20_000;
    private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();
    private final ILoggerFactory loggers = RecordedLogger::new;

    public static List<String> lines() {
        return List.copyOf(LINES);
    }

    public static void clear() {
        LINES.clear();
    }

    private static void add(String line) {
        LINES.add(line);
        if (LINES.size() > KEPT) {
            LINES.poll();
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return loggers;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class RecordedLogger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        RecordedLogger(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return name.startsWith("dev.tieout");
        }

        @Override
        public boolean isDebugEnabled() {
            return isTraceEnabled();
        }

        @Override
        public boolean isInfoEnabled() {
            return isTraceEnabled();
        }

        @Override
        public boolean isWarnEnabled() {
            return isTraceEnabled();
        }

        @Override
        public boolean isErrorEnabled() {
            return isTraceEnabled();
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return RecordedLogger.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable thrown) {
            String text = MessageFormatter.basicArrayFormat(message, arguments);
            StringBuilder line = new StringBuilder(level + " " + name + " " + text);
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                line.append(" | ").append(t);
            }
            add(line.toString());
        }
    }
}
