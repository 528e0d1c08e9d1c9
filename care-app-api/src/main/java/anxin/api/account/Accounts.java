package anxin.api.account;

import anxin.api.http.Role;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Opens accounts and sessions. A wrong name and a wrong password take the same way and get the same answer. */
public final class Accounts {

    private static final Duration PAGE_SESSION = Duration.ofHours(12);

    private final AccountStore store;
    private final Passwords passwords;
    private final Ids ids;
    private final InstantSource clock;
    private final Throttle throttle = new Throttle();
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable String nobodysHash;

    public Accounts(AccountStore store, Passwords passwords, Ids ids, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a sign-in. */
    public sealed interface SignIn {

        /** @param token the secret of the session; shown once, stored only as its hash */
        record Welcome(Account account, String token, String csrf) implements SignIn {}

        record WrongNameOrPassword() implements SignIn {}

        record LockedFor(Duration time) implements SignIn {}
    }

    /** @param client page or api */
    public SignIn signIn(String login, String password, String client) {
        Instant now = clock.instant();
        Optional<AccountStore.Lock> lock = store.find(login);
        String nobody = nobodysHash();
        boolean right = passwords.matches(password,
                lock.map(AccountStore.Lock::passwordHash).orElse(nobody));
        Optional<Duration> locked = throttle.lockedFor(login, now);
        if (locked.isPresent()) {
            return new SignIn.LockedFor(locked.get());
        }
        if (lock.isEmpty() || !right) {
            throttle.failed(login, now);
            return new SignIn.WrongNameOrPassword();
        }
        throttle.succeeded(login);
        Account account = lock.get().account();
        String token = passwords.token(32);
        String csrf = passwords.token(18);
        store.openSession(ids.next(), account, sha256(token), client, csrf, now, PAGE_SESSION);
        return new SignIn.Welcome(account, token, csrf);
    }

    public Optional<AccountStore.OpenSession> findSession(String token) {
        return store.findSession(sha256(token), clock.instant());
    }

    public Account get(UUID id) {
        return store.get(id);
    }

    public void signOut(UUID session) {
        store.endSession(session, clock.instant());
    }

    /** @return false when the current password is wrong */
    public boolean changePassword(Account account, UUID session, String current, String next) {
        String hash = store.find(account.login()).map(AccountStore.Lock::passwordHash)
                .orElseGet(this::nobodysHash);
        if (!passwords.matches(current, hash)) {
            return false;
        }
        store.changePassword(account.id(), passwords.hash(next));
        store.endOtherSessions(account.id(), session, clock.instant());
        return true;
    }

    /** A new account with the password it was given; empty when the login is taken. */
    public Optional<Account> open(Jurisdiction jurisdiction, String login, Protected name, Role role,
            Optional<ResponderId> responder, String password, boolean mustChange) {
        if (store.hasLogin(login)) {
            return Optional.empty();
        }
        Account account = new Account(ids.next(), jurisdiction, login, role, name, responder, mustChange);
        store.add(account, passwords.hash(password), clock.instant());
        return Optional.of(account);
    }

    public String inventPassword() {
        return passwords.invent();
    }

    // Made at the first sign-in of anybody, not at the start: hashing is slow on purpose.
    private String nobodysHash() {
        String made = nobodysHash;
        if (made != null) {
            return made;
        }
        making.lock();
        try {
            String hash = nobodysHash == null ? passwords.hash(passwords.invent()) : nobodysHash;
            nobodysHash = hash;
            return hash;
        } finally {
            making.unlock();
        }
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
