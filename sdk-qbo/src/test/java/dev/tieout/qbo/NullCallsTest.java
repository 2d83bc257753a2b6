package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.setup.ServiceItemSetup;
import dev.tieout.qbo.sync.RecordHandle;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a host calls on a connected firm refuses null as factories do: the message names what is missing. */
class NullCallsTest {
    private final List<String> bare = new ArrayList<>();
    private int tried = 0;

    @Test
    void noCallOnACompanyAnswersNullWithABareNullPointerException() throws Exception {
        try (Firm w = Firm.connected()) {
            Company company = w.company;
            Map<Class<?>, Object> doors = new LinkedHashMap<>();
            doors.put(Company.class, company);
            doors.put(ServiceItemSetup.class, company.setup().serviceItems());
            for (Method opens : Company.class.getMethods()) {
                if (opens.getParameterCount() == 0
                        && opens.getReturnType().getName().startsWith("dev.tieout.qbo")
                        && opens.getReturnType().isInterface()) {
                    doors.put(opens.getReturnType(), opens.invoke(company));
                }
            }
            for (Map.Entry<Class<?>, Object> door : doors.entrySet()) {
                for (Method method : door.getKey().getMethods()) {
                    if (!Modifier.isStatic(method.getModifiers())
                            && method.getDeclaringClass() != Object.class
                            && method.getParameterCount() > 0) {
                        each(door.getValue(), method, record(door.getKey()));
                    }
                }
            }
        }
        assertThat(bare).isEmpty();
        assertThat(tried).as("arguments tried").isGreaterThan(100);
    }

    /** What a handle takes: the argument of its {@code RecordHandle}. */
    private static @Nullable Object record(Class<?> handle) {
        return Stream.of(handle.getGenericInterfaces())
                .filter(type -> type instanceof ParameterizedType p && p.getRawType() == RecordHandle.class)
                .map(type -> new MarkedValues().of(((ParameterizedType) type).getActualTypeArguments()[0], ""))
                .findFirst()
                .orElse(null);
    }

    private void each(Object door, Method method, @Nullable Object record) throws IllegalAccessException {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            boolean nullable = parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (nullable || parameters[i].getType().isPrimitive()) {
                continue;
            }
            @Nullable
            Object[] values = Stream.of(parameters)
                    .map(each -> each.getType() == Object.class
                            ? record
                            : new MarkedValues().of(each.getParameterizedType(), each.getName()))
                    .toArray();
            values[i] = null;
            tried++;
            try {
                method.invoke(door, values);
                bare.add(method + ": " + parameters[i] + " is accepted");
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    bare.add(method + ": " + parameters[i] + " " + e.getCause());
                }
            }
        }
    }
}
