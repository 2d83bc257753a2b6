package dev.tieout.qbo.call;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * A {@link SecureRandom} that is made when the first number is drawn, which a read that works never does: to start one
 * is to start the JDK's security providers. Thread-safe.
 */
final class LateRandom implements RandomGenerator {
    private static final class Holder {
        private static final SecureRandom RANDOM = new SecureRandom();
    }

    @Override
    public long nextLong() {
        return Holder.RANDOM.nextLong();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        Holder.RANDOM.nextBytes(bytes);
    }
}
