package dev.tieout.testkit.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes broken inputs out of good ones: by bytes, by tokens of the format, by crossing two, by repeating and nesting. */
final class Mutator {
    private final SplittableRandom random;
    private final List<String> corpus;
    private final List<String> tokens;

    Mutator(long seed, List<String> corpus, List<String> tokens) {
        this.random = new SplittableRandom(seed);
        this.corpus = corpus;
        this.tokens = tokens;
    }

    byte[] next() {
        byte[] input = pick(corpus).getBytes(StandardCharsets.UTF_8);
        int times = 1 + random.nextInt(6);
        for (int i = 0; i < times && input.length < 200_000; i++) {
            input = mutated(input);
        }
        return input;
    }

    private byte[] mutated(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(20));
        return switch (random.nextInt(9)) {
            case 0 -> spliced(input, from, from, pick(tokens).getBytes(StandardCharsets.UTF_8));
            case 1 -> spliced(input, from, to, pick(tokens).getBytes(StandardCharsets.UTF_8));
            case 2 -> spliced(input, from, to, new byte[0]);
            case 3 -> flipped(input);
            case 4 -> spliced(input, from, input.length, new byte[0]);
            case 5 -> crossed(input, pick(corpus).getBytes(StandardCharsets.UTF_8));
            case 6 -> spliced(input, from, from, repeated(pick(tokens)));
            case 7 -> spliced(input, from, to, random());
            default -> spliced(input, from, from, part(input, from));
        };
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private byte[] repeated(String token) {
        return token.repeat(1 << random.nextInt(12)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] random() {
        byte[] bytes = new byte[random.nextInt(12)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] part(byte[] input, int from) {
        int length = Math.min(input.length - from, random.nextInt(64));
        return Arrays.copyOfRange(input, from, from + length);
    }

    private byte[] flipped(byte[] input) {
        byte[] copy = input.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] crossed(byte[] one, byte[] other) {
        int cut = random.nextInt(one.length + 1);
        int from = random.nextInt(other.length + 1);
        return spliced(one, cut, one.length, Arrays.copyOfRange(other, from, other.length));
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] middle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + middle.length);
        out.write(input, 0, from);
        out.writeBytes(middle);
        out.write(input, to, input.length - to);
        return out.toByteArray();
    }
}
