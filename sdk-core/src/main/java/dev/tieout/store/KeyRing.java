package dev.tieout.store;

import dev.tieout.internal.Given;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys to encrypt documents with (AES-256-GCM): one that is used from now on, and older ones that still open what they
 * encrypted. To rotate, make a new key the current one on all nodes after all of them have it as another; each row takes the
 * current key when it is next saved, tokens within the hour. Immutable and thread-safe; shows no key.
 */
public final class KeyRing {
    private static final String BEGINNING = "tieout1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final String current;
    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom random;

    private KeyRing(String current, Map<String, SecretKeySpec> keys, SecureRandom random) {
        this.current = current;
        this.keys = keys;
        this.random = random;
    }

    /**
     * A ring of one key.
     *
     * @param name what the key is called in the rows it encrypts: letters, digits, dots, hyphens, underscores, up to 40
     * @param key 32 bytes, at random, from where the host keeps its secrets; copied
     * @return the ring
     * @throws IllegalArgumentException if the key has another length, or the name other characters
     */
    public static KeyRing of(String name, byte[] key) {
        return new KeyRing(name, Map.of(named(name), key(key)), new SecureRandom());
    }

    /**
     * The same ring with another key that opens what it encrypted, and encrypts nothing.
     *
     * @param name what the key is called
     * @param key 32 bytes; copied
     * @return the ring
     * @throws IllegalArgumentException if the ring has a key of this name, or as {@link #of}
     */
    public KeyRing with(String name, byte[] key) {
        if (keys.containsKey(named(name))) {
            throw new IllegalArgumentException(
                    "the ring has a key called " + name + " already: give each key a name of its own");
        }
        Map<String, SecretKeySpec> more = new LinkedHashMap<>(keys);
        more.put(name, key(key));
        return new KeyRing(current, more, random);
    }

    private static String named(String name) {
        if (!NAME.matcher(Given.value("name", name)).matches()) {
            throw new IllegalArgumentException(
                    "the name of a key: give 1 to 40 letters, digits, dots, hyphens and underscores");
        }
        return name;
    }

    private static SecretKeySpec key(byte[] key) {
        if (Given.value("key", key).length != KEY) {
            throw new IllegalArgumentException(
                    "a key has " + key.length + " bytes: give 32 at random, such as openssl rand -base64 32 decoded");
        }
        return new SecretKeySpec(key.clone(), "AES");
    }

    /** Tells whether a text claims to be encrypted by a ring. */
    static boolean isSealed(String text) {
        return text.startsWith(BEGINNING);
    }

    /** Encrypts a text; it opens only with the same context. */
    String seal(String text, String... context) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, current, nonce, context).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return BEGINNING + current + ":" + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @param what what it is, to be named in an error
     */
    String open(String sealed, String what, String... context) {
        String[] parts = sealed.split(":", -1);
        if (!isSealed(sealed) || parts.length != 3 || !NAME.matcher(parts[1]).matches()) {
            throw new SealBrokenException(
                    "The " + what + " are not encrypted: they were stored by something else; see the"
                            + " encrypting store about rows from before");
        }
        if (!keys.containsKey(parts[1])) {
            throw new SealBrokenException("The " + what + " are encrypted with the key " + parts[1]
                    + ", which the ring lacks: add it with KeyRing.with");
        }
        try {
            byte[] all = Base64.getDecoder().decode(parts[2]);
            byte[] nonce = Arrays.copyOf(all, NONCE);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, parts[1], nonce, context);
            return new String(cipher.doFinal(all, NONCE, all.length - NONCE), StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException(
                    "The " + what + " do not open with the key " + parts[1]
                            + ": it is another key of the same name, or the row was altered or copied from another one",
                    e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBrokenException("The " + what + " are damaged: the row was cut short or altered", e);
        }
    }

    private Cipher cipher(int mode, String key, byte[] nonce, String... context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, Objects.requireNonNull(keys.get(key)), new GCMParameterSpec(TAG_BITS, nonce));
        for (String part : context) {
            // Each with its length, so that no two contexts read the same.
            cipher.updateAAD((part.length() + ":" + part + ";").getBytes(StandardCharsets.UTF_8));
        }
        return cipher;
    }

    /** Names the keys. */
    @Override
    public String toString() {
        return "KeyRing[current=" + current + ", keys=" + keys.keySet() + "]";
    }
}
