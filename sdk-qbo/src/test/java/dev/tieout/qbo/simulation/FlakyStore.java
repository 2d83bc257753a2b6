package dev.tieout.qbo.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Random;

/** A store that fails now and then, before or after it did what was asked, and at whose calls a node may die. */
final class FlakyStore {
    /** The database did not answer. */
    static final class StoreDown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreDown(String call, boolean after) {
            super("the store failed " + (after ? "after " : "before ") + call, null, false, false);
        }
    }

    private final Random random;
    private final Trail trail;
    /** One call in so many fails; 0: none. */
    private int oneIn;

    FlakyStore(Random random, Trail trail) {
        this.random = random;
        this.trail = trail;
    }

    void failOneIn(int calls) {
        oneIn = calls;
    }

    /** Wraps any store interface, whatever methods it has, as a node sees it. */
    <T> T seenBy(Node node, Class<T> type, T store) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> method.getDeclaringClass() == Object.class
                        ? method.invoke(store, args)
                        : call(node, store, method, args)));
    }

    private Object call(Node node, Object store, Method method, Object[] args) throws Throwable {
        String name = method.getName();
        node.step("store " + name);
        int toss = oneIn == 0 ? -1 : random.nextInt(oneIn * 2);
        if (toss == 0) {
            throw down(node, name, false);
        }
        Object result;
        try {
            result = method.invoke(store, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
        node.step("end of store " + name);
        if (toss == 1) {
            throw down(node, name, true);
        }
        return result;
    }

    private StoreDown down(Node node, String name, boolean after) {
        StoreDown down = new StoreDown(name, after);
        trail.add("store", "for " + node.name + ": " + down.getMessage());
        return down;
    }
}
