package anxin.dispatcher.store;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562): they sort by the millisecond they were made in and cannot be guessed. */
public final class Ids {

    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random must be a secure source in production, because ids appear in addresses */
    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long version = 0x7000L | (random.nextLong() & 0x0FFFL);
        long variant = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID((clock.millis() << 16) | version, variant);
    }
}
