package anxin.dispatcher.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many people are asked. Pure: no clock, no database.
 *
 * @param first     how many are asked at once
 * @param more      how many more at each widening
 * @param every     time between two widenings
 * @param patience  how long somebody may be silent before another is asked as well
 * @param validity  how long an offer can be answered
 * @param cap       most people asked for one errand by widening
 */
public record OfferPolicy(int first, int more, Duration every, Duration patience, Duration validity,
        int cap) {

    /** The default for a call for life: three, then two more each 15 s, a silence replaced after 30 s, at most 40. */
    public static final OfferPolicy LIFE = new OfferPolicy(3, 2, Duration.ofSeconds(15),
            Duration.ofSeconds(30), Duration.ofSeconds(120), 40);

    /** The default for an ordered visit: the same in minutes; three, two more each 2 min, a silence replaced after 5 min. */
    public static final OfferPolicy VISIT = new OfferPolicy(3, 2, Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10), 40);

    /**
     * How many to ask now.
     *
     * @param asked     everybody asked so far
     * @param widenings how many times the circle was widened, this time included
     */
    public int toAsk(List<Offer> asked, int widenings, Instant now) {
        long declined = asked.stream().filter(offer -> offer.state() == OfferState.DECLINED).count();
        long silent = asked.stream().filter(offer -> isSilent(offer, now)).count();
        long wanted = Math.min(cap, first + (long) more * widenings + declined + silent);
        return Math.toIntExact(Math.max(0, wanted - asked.size()));
    }

    private boolean isSilent(Offer offer, Instant now) {
        return offer.state() == OfferState.EXPIRED
                || (offer.state().live() && !offer.sentAt().plus(patience).isAfter(now));
    }
}
