package dev.tieout.qbo.simulation;

import dev.tieout.spi.TokenStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.function.Consumer;

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
    /** Told of each save whose caller cannot know whether it happened. */
    private final Consumer<Class<?>> halfDone;
    /** One call in so many fails; 0: none. */
    private int oneIn;

    FlakyStore(Random random, Trail trail, Consumer<Class<?>> halfDone) {
        this.halfDone = halfDone;
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
                        : call(node, type, store, method, args)));
    }

    private Object call(Node node, Class<?> type, Object store, Method method, Object[] args) throws Throwable {
        String name = method.getName();
        boolean save = name.startsWith("save");
        int toss = oneIn == 0 ? -1 : random.nextInt(oneIn * 2);
        if (toss == 0) {
            // Whose look at the tokens fails may have new ones in the hand, and not be asked again before they are too
            // old.
            halfDone(type, save || type == TokenStore.class);
            throw down(node, name, false);
        }
        try {
            node.step("store " + name);
            return inside(node, type, store, method, args, toss);
        } catch (Node.Death death) {
            // Who dies at a look at the tokens may have new ones in the hand.
            halfDone(type, save || type == TokenStore.class);
            throw death;
        }
    }

    private Object inside(Node node, Class<?> type, Object store, Method method, Object[] args, int toss)
            throws Throwable {
        String name = method.getName();
        Object result;
        try {
            result = method.invoke(store, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
        node.step("end of store " + name);
        if (toss == 1) {
            halfDone(type, name.startsWith("save") || type == TokenStore.class);
            throw down(node, name, true);
        }
        return result;
    }

    private void halfDone(Class<?> type, boolean save) {
        if (save) {
            halfDone.accept(type);
        }
    }

    private StoreDown down(Node node, String name, boolean after) {
        StoreDown down = new StoreDown(name, after);
        trail.add("store", "for " + node.name + ": " + down.getMessage());
        return down;
    }
}
