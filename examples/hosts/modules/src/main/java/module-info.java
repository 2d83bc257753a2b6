/** A host as a named module, open to the test engine. */
open module host.modules {
    requires dev.tieout.qbo;
    requires dev.tieout.testkit;
    requires kotlin.stdlib;
    requires org.assertj.core;
    requires org.junit.jupiter.api;
    requires org.junit.platform.launcher;
    requires org.slf4j;
}
