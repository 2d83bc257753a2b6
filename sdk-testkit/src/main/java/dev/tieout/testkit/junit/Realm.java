package dev.tieout.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the company of a {@code FakeCompany} or {@code FakeTokens} parameter; the company is added if it is new. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Realm {
    /**
     * The company's id.
     *
     * @return digits
     */
    String value();
}
