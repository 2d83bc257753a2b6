package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Null where a value must be is refused with the same good message as a blank, by every public factory and builder: it
 * names what is missing, and is no NullPointerException.
 */
class NullArgumentsTest {
    private final List<String> bare = new ArrayList<>();
    private int tried = 0;

    @Test
    void noFactoryOrBuilderAnswersNullWithABareNullPointerException() throws Exception {
        for (Class<?> type : PublicTypes.of("sdk-core", "sdk-qbo")) {
            for (Method method : sorted(type)) {
                if (Modifier.isStatic(method.getModifiers())) {
                    each(type, method, null);
                } else if (type.getSimpleName().endsWith("Builder") && method.getReturnType() == type) {
                    each(type, method, type);
                }
            }
        }
        assertThat(bare).isEmpty();
        assertThat(tried).as("arguments tried").isGreaterThan(1_500);
    }

    private static List<Method> sorted(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                // What the compiler gives every enum.
                .filter(method -> !(type.isEnum() && method.getName().equals("valueOf")))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private void each(Class<?> type, Method method, @Nullable Class<?> builder) throws ReflectiveOperationException {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            boolean nullable = parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (nullable || parameters[i].getType().isPrimitive()) {
                continue;
            }
            @Nullable Object target = builder == null ? null : builderOf(builder);
            @Nullable Object[] values = filled(method);
            if (values == null || (builder != null && target == null)) {
                continue;
            }
            values[i] = null;
            tried++;
            String call = type.getName().replace("dev.tieout.", "") + "." + method.getName() + ": " + parameters[i];
            try {
                @Nullable Object made = method.invoke(target, values);
                built(made);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof NullPointerException) {
                    bare.add(call);
                }
            }
        }
    }

    private static void built(@Nullable Object made) throws ReflectiveOperationException {
        if (made != null && made.getClass().getSimpleName().endsWith("Builder")) {
            for (Method build : made.getClass().getMethods()) {
                if (build.getName().equals("build") && build.getParameterCount() == 0) {
                    build.invoke(made);
                }
            }
        }
    }

    private static @Nullable Object @Nullable [] filled(Method method) {
        Parameter[] parameters = method.getParameters();
        @Nullable Object[] values = new Object[parameters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = new MarkedValues().of(parameters[i].getParameterizedType(), parameters[i].getName());
            if (values[i] == null && parameters[i].getType().isInterface()) {
                values[i] = stub(parameters[i].getType());
            }
            if (values[i] == null) {
                return null;
            }
        }
        return values;
    }

    private static Object stub(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> null);
    }

    /** A builder that its outer type starts. */
    private static @Nullable Object builderOf(Class<?> builder) throws ReflectiveOperationException {
        Class<?> outer = builder.getEnclosingClass();
        for (Method start : outer == null ? List.<Method>of() : sorted(outer)) {
            if (Modifier.isStatic(start.getModifiers()) && start.getReturnType() == builder) {
                @Nullable Object[] values = filled(start);
                try {
                    return values == null ? null : start.invoke(null, values);
                } catch (InvocationTargetException e) {
                    // Another may start one.
                }
            }
        }
        return null;
    }
}
