package dev.tieout.qbo;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RealmId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PayoutPart;
import dev.tieout.model.RefundSource;
import dev.tieout.qbo.connect.Scope;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EntityPatch;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.OpenEnum;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.QboObject;
import dev.tieout.qbo.webhook.WebhookOperation;
import dev.tieout.spi.SyncStore;
import dev.tieout.spi.TokenStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.store.KeyRing;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

// Longer than others: one way to fill each form of type, read together.
/**
 * Builds values of any type, filled with marks: each text that may be a name, a street or a memo, and each amount. What
 * names things (ids, fields, codes) is not marked. Not thread-safe.
 */
final class MarkedValues {
    static final String MARK = "canary";
    static final String AMOUNT = "98765";

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final int DEEPEST = 8;

    /** Texts that say what something is, not what the firm's business is. */
    private static final Set<String> WORDS = Set.of(
            // ids
            "id",
            "localId",
            "remoteId",
            "requestId",
            "batchId",
            "intuitTid",
            "eventId",
            "realm",
            "subject",
            // names of fields, kinds, codes and states
            "field",
            "fields",
            "kind",
            "type",
            "group",
            "entity",
            "element",
            "code",
            "faultCode",
            "error",
            "word",
            "operation",
            "outcome",
            "state",
            "currency",
            "version",
            "nodeName",
            // whom a call was for
            "host",
            "holder",
            // one character of a name
            "character",
            // what QuickBooks calls a report, and what the library itself says of a code
            "Report.name",
            "Connected.user",
            "Entry.meaning",
            "Entry.remedy");

    private static final Set<Class<?>> WORDS_AS_TYPES = Set.of(Scope.class, WebhookOperation.class);

    private final Map<Class<?>, Object> ready = new HashMap<>();

    MarkedValues() {
        ready.put(String.class, MARK);
        ready.put(CharSequence.class, MARK);
        ready.put(Object.class, MARK);
        ready.put(BigDecimal.class, new BigDecimal(AMOUNT + ".43"));
        ready.put(Money.class, Money.usd(AMOUNT + ".43"));
        ready.put(LocalId.class, LocalId.of("l-1"));
        ready.put(RemoteId.class, RemoteId.of("77"));
        ready.put(RealmId.class, new RealmId("9341452000000001"));
        ready.put(TenantId.class, TenantId.of("firm-1"));
        ready.put(RecordKind.class, RecordKind.CLIENT);
        ready.put(Instant.class, NOW);
        ready.put(LocalDate.class, LocalDate.of(2026, 11, 2));
        ready.put(OffsetDateTime.class, NOW.atOffset(ZoneOffset.UTC));
        ready.put(Duration.class, Duration.ofMinutes(5));
        ready.put(URI.class, URI.create("https://app.example/callback"));
        ready.put(EntityType.class, Customer.TYPE);
        ready.put(FilterField.class, Customer.Fields.DISPLAY_NAME);
        ready.put(QboEntity.class, entity(Customer.class, 0));
        ready.put(boolean.class, true);
        ready.put(Boolean.class, true);
        ready.put(int.class, 1);
        ready.put(Integer.class, 1);
        ready.put(long.class, 1L);
        ready.put(Long.class, 1L);
        ready.put(double.class, 0.5);
        ready.put(
                InvoiceLine.class,
                InvoiceLine.builder(Money.usd(AMOUNT + ".43"))
                        .description(MARK)
                        .unitPrice(new BigDecimal(AMOUNT + ".43"))
                        .build());
        ready.put(Appendable.class, new StringBuilder());
        Money amount = Money.usd(AMOUNT + ".43");
        ready.put(PayoutPart.class, PayoutPart.payment(LocalId.of("l-1"), amount));
        ready.put(RefundSource.class, new RefundSource(LocalId.of("l-1"), amount.plus(amount)));
        ready.put(TokenStore.class, new InMemoryTokenStore());
        ready.put(SyncStore.class, new InMemorySyncStore());
        // The name of a key stands in the rows that it encrypts.
        ready.put(KeyRing.class, KeyRing.of("key-1", new byte[32]));
        ready.put(byte[].class, MARK.getBytes());
        ready.put(Throwable.class, new IllegalStateException(MARK));
        ready.put(RuntimeException.class, new IllegalStateException(MARK));
    }

    /** A value of a type, or {@code null} if none can be built from its public parts. */
    Object of(Class<?> type) {
        return make(type, "", 0);
    }

    /** A value of any type, for a parameter of a name. */
    Object of(Type type, String name) {
        return make(type, name, 0);
    }

    private Object make(Type type, String name, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (type instanceof WildcardType w) {
            return make(w.getUpperBounds()[0], name, depth);
        }
        if (type instanceof ParameterizedType p) {
            return generic((Class<?>) p.getRawType(), p.getActualTypeArguments(), name, depth);
        }
        if (type instanceof TypeVariable<?> v) {
            return make(v.getBounds()[0], name, depth);
        }
        return type instanceof Class<?> c ? plain(c, name, depth) : MARK;
    }

    private Object generic(Class<?> raw, Type[] arguments, String name, int depth) {
        if (Map.class.isAssignableFrom(raw) && raw.isInterface()) {
            Map<Object, Object> map = raw == Map.class ? new LinkedHashMap<>() : new TreeMap<>();
            Object key = make(arguments[0], name, depth + 1);
            Object value = make(arguments[1], name, depth + 1);
            if (key != null && value != null) {
                map.put(key, value);
            }
            return map;
        }
        if (raw == Optional.class) {
            return Optional.ofNullable(make(arguments[0], name, depth + 1));
        }
        if (raw.isAssignableFrom(List.class) || raw.isAssignableFrom(Set.class)) {
            Object one = make(arguments[0], name, depth + 1);
            return raw == Set.class ? (one == null ? Set.of() : Set.of(one)) : one == null ? List.of() : List.of(one);
        }
        return plain(raw, name, depth);
    }

    private Object plain(Class<?> type, String name, int depth) {
        if (type == String.class && WORDS.contains(name)) {
            return "word";
        }
        Object known = ready.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (OpenEnum.class.isAssignableFrom(type) || WORDS_AS_TYPES.contains(type)) {
            return constant(type);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (QboObject.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
            return entity(type, depth);
        }
        if (EntityPatch.class.isAssignableFrom(type) && type.getEnclosingClass() != null) {
            return patch(type, depth);
        }
        if (type.isRecord()) {
            return record(type, depth);
        }
        if (type.isSealed()) {
            return List.of(type.getPermittedSubclasses()).stream()
                    .map(sub -> make(sub, name, depth + 1))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (type.isInterface()) {
            return type.getName().startsWith("dev.tieout") ? null : stub(type);
        }
        return Modifier.isAbstract(type.getModifiers()) && !hasFactory(type) ? null : object(type, depth);
    }

    private Object entity(Class<?> type, int depth) {
        try {
            return ((EntityType<?>) type.getField("TYPE").get(null))
                    .fromJson("{\"Id\":\"7\",\"SyncToken\":\"0\",\"DisplayName\":\"" + MARK + "\",\"TotalAmt\":"
                            + AMOUNT + ",\"" + MARK + "\":\"" + MARK + "\"}");
        } catch (ReflectiveOperationException e) {
            return object(type, depth);
        }
    }

    private Object patch(Class<?> type, int depth) {
        try {
            Object entity = entity(type.getEnclosingClass(), depth);
            Object patch = entity.getClass().getMethod("patch").invoke(entity);
            fill(patch, depth);
            return patch;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static Object constant(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getType() == type)
                .findFirst()
                .map(field -> {
                    try {
                        return field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orElse(null);
    }

    private static boolean hasFactory(Class<?> type) {
        return List.of(type.getDeclaredMethods()).stream().anyMatch(m -> makes(m, type));
    }

    /** Interfaces of the JDK, of which only functions matter here. */
    private static Object stub(Class<?> type) {
        return Proxy.newProxyInstance(MarkedValues.class.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> null);
    }

    private Object record(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            String name = type.getSimpleName() + "." + components[i].getName();
            values[i] = make(
                    components[i].getGenericType(), WORDS.contains(name) ? "word" : components[i].getName(), depth + 1);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return byFactories(type, depth);
        }
    }

    private Object object(Class<?> type, int depth) {
        Object made = byFactories(type, depth);
        if (made != null) {
            return made;
        }
        List<Constructor<?>> constructors = new ArrayList<>(List.of(type.getDeclaredConstructors()));
        constructors.sort(Comparator.comparingInt(Constructor::getParameterCount));
        for (Constructor<?> constructor : constructors) {
            try {
                Object[] values = values(type, constructor.getGenericParameterTypes(), depth);
                if (!Arrays.asList(values).contains(null)) {
                    constructor.setAccessible(true);
                    return constructor.newInstance(values);
                }
            } catch (ReflectiveOperationException | RuntimeException e) {
                // The next one may do.
            }
        }
        return null;
    }

    /** By a builder, filled with all that it takes, or by a static method. */
    private Object byFactories(Class<?> type, int depth) {
        List<Method> factories = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (makes(method, type) || isBuilder(method, type)) {
                factories.add(method);
            }
        }
        factories.sort(Comparator.comparing((Method m) -> !isBuilder(m, type))
                .thenComparing(Method::getParameterCount, Comparator.reverseOrder())
                .thenComparing(Method::getName));
        for (Method factory : factories) {
            try {
                Object[] values = values(type, factory.getGenericParameterTypes(), depth);
                if (Arrays.asList(values).contains(null)) {
                    continue;
                }
                Object made = factory.invoke(null, values);
                made = isBuilder(factory, type) ? built(made, depth) : made;
                if (made != null) {
                    return made;
                }
            } catch (ReflectiveOperationException | RuntimeException e) {
                // The next one may do.
            }
        }
        return null;
    }

    private static boolean makes(Method method, Class<?> type) {
        int modifiers = method.getModifiers();
        return Modifier.isStatic(modifiers)
                && Modifier.isPublic(modifiers)
                && type.isAssignableFrom(method.getReturnType());
    }

    private static boolean isBuilder(Method method, Class<?> type) {
        int modifiers = method.getModifiers();
        return Modifier.isStatic(modifiers)
                && Modifier.isPublic(modifiers)
                && method.getReturnType().getSimpleName().endsWith("Builder")
                && method.getReturnType().getEnclosingClass() == type;
    }

    private Object built(Object builder, int depth) throws ReflectiveOperationException {
        fill(builder, depth);
        try {
            return builder.getClass().getMethod("build").invoke(builder);
        } catch (InvocationTargetException e) {
            return null;
        }
    }

    /** Calls all that a builder takes, with marked values. */
    void fill(Object builder, int depth) {
        for (Method method : builder.getClass().getDeclaredMethods()) {
            boolean takes = Modifier.isPublic(method.getModifiers())
                    && method.getParameterCount() == 1
                    && method.getReturnType().isInstance(builder);
            if (takes) {
                try {
                    Object value = make(method.getGenericParameterTypes()[0], method.getName(), depth + 1);
                    if (value != null) {
                        method.invoke(builder, value);
                    }
                } catch (ReflectiveOperationException | RuntimeException e) {
                    // What it does not take it does not show.
                }
            }
        }
    }

    /** What an exception is told directly are the library's own words; what it wraps is marked. */
    private Object[] values(Class<?> type, Type[] types, int depth) {
        String name = Throwable.class.isAssignableFrom(type) ? "word" : "";
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = make(types[i], name, depth + 1);
        }
        return values;
    }
}
