package anxin.api.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Argon2id with 19 MiB and two passes (OWASP); at most two at once, so that a crowd at the door costs bounded memory. */
public final class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES,
            Argon2.ID);
    private final Semaphore atOnce = new Semaphore(2, true);
    private final SecureRandom random;

    public Passwords(SecureRandom random) {
        this.random = random;
    }

    public String hash(String password) {
        return bounded(() -> Password.hash(password).addRandomSalt(16).with(argon2).getResult());
    }

    public boolean matches(String password, String hash) {
        return bounded(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** A password that nobody can guess, short enough to type once. */
    public String invent() {
        return token(12);
    }

    /** @param bytes of randomness, as URL-safe text */
    public String token(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private <T> T bounded(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
