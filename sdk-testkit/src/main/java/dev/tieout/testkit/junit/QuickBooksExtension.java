package dev.tieout.testkit.junit;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.oauth.FakeTokens;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each test a fake QuickBooks of its own, closed after it, and lets a failure list the last requests.
 *
 * <p>Parameters of tests and of {@code @BeforeEach} methods may be a {@link FakeQuickBooks}, a {@link FakeCompany}, its
 * {@link FakeTokens} or a {@link TestClock}; all of one test belong to the same fake. Register it with
 * {@code @ExtendWith(QuickBooksExtension.class)}, or with {@code @RegisterExtension} and {@link #with} for options.
 * Works with JUnit 5.10 to 6. Thread-safe.
 */
public final class QuickBooksExtension implements ParameterResolver, TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(QuickBooksExtension.class);
    private static final Set<Class<?>> TYPES =
            Set.of(FakeQuickBooks.class, FakeCompany.class, FakeTokens.class, TestClock.class);
    private static final int SHOWN = 15;

    private final Supplier<FakeQuickBooks.Builder> builders;

    /** JUnit closes what it stores: the one until 5.12, the other since 5.13. */
    private record Opened(FakeQuickBooks fake) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            fake.close();
        }
    }

    /** Each fake has one empty company, {@link FakeQuickBooks#DEFAULT_REALM}. */
    public QuickBooksExtension() {
        this(() -> FakeQuickBooks.builder().company(FakeQuickBooks.DEFAULT_REALM));
    }

    private QuickBooksExtension(Supplier<FakeQuickBooks.Builder> builders) {
        this.builders = builders;
    }

    /**
     * An extension with options.
     *
     * @param builders called once for each test
     * @return the extension
     */
    public static QuickBooksExtension with(Supplier<FakeQuickBooks.Builder> builders) {
        return new QuickBooksExtension(builders);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        FakeQuickBooks fake = fake(context);
        Class<?> type = parameter.getParameter().getType();
        String realm = parameter.findAnnotation(Realm.class).map(Realm::value).orElse(FakeQuickBooks.DEFAULT_REALM);
        if (type == FakeQuickBooks.class) {
            return fake;
        }
        if (type == TestClock.class) {
            return fake.clock();
        }
        FakeCompany company = fake.hasCompany(realm) ? fake.company(realm) : fake.addCompany(realm);
        return type == FakeCompany.class ? company : fake.connect(realm);
    }

    private FakeQuickBooks fake(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Opened.class, key -> new Opened(builders.get().start()), Opened.class)
                .fake();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        @Nullable Opened opened = context.getStore(NAMESPACE).get(Opened.class, Opened.class);
        if (opened != null) {
            throwable.addSuppressed(new RecentRequests(opened.fake().history().last(SHOWN)));
        }
        throw throwable;
    }
}
