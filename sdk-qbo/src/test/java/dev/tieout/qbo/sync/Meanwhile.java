package dev.tieout.qbo.sync;

import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Predicate;

/** A store beside which something happens, once, at a moment that a test chooses. Not thread-safe. */
final class Meanwhile {
    private static final Predicate<String> NEVER = any -> false;

    private Predicate<String> moment = NEVER;
    private Runnable what = () -> {};

    /** The store, as one node sees it. */
    SyncStore seen(SyncStore store) {
        return (SyncStore) Proxy.newProxyInstance(
                SyncStore.class.getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, args) -> {
                    String call = method.getName() + kinds(args);
                    pass("before " + call);
                    try {
                        Object result = method.invoke(store, args);
                        pass("after " + call);
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /**
     * Says what is to happen, and when.
     *
     * @param at tells the moment by words such as {@code "after saveAll invoice"}
     */
    void at(Predicate<String> at, Runnable happens) {
        moment = at;
        what = happens;
    }

    /** Tells whether it has yet to happen. */
    boolean waits() {
        return moment != NEVER;
    }

    private void pass(String now) {
        if (moment.test(now)) {
            moment = NEVER;
            what.run();
        }
    }

    private static String kinds(Object[] args) {
        if (args != null && args[0] instanceof SyncRow row) {
            return " " + row.key().kind();
        }
        boolean rows =
                args != null && args[0] instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof SyncRow;
        return rows ? " " + ((SyncRow) ((List<?>) args[0]).get(0)).key().kind() : "";
    }
}
