package dev.tieout.examples.intuitsdk;

/** The same work with bodies in XML, QuickBooks' own default. */
class IntuitSdkXmlTest extends IntuitSdkTest {
    @Override
    String form() {
        return "xml";
    }
}
