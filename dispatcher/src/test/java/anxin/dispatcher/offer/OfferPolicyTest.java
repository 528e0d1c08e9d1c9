package anxin.dispatcher.offer;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Jurisdiction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfferPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");
    private final OfferPolicy policy = OfferPolicy.LIFE;

    @Test
    void two_more_are_asked_at_each_widening() {
        assertThat(policy.toAsk(asked(3, OfferState.SENT), 1, NOW)).isEqualTo(2);
        assertThat(policy.toAsk(asked(5, OfferState.SENT), 2, NOW)).isEqualTo(2);
    }

    @Test
    void a_silence_of_thirty_seconds_is_replaced() {
        assertThat(policy.toAsk(asked(3, OfferState.SENT), 1, NOW.plusSeconds(29))).isEqualTo(2);
        assertThat(policy.toAsk(asked(3, OfferState.SENT), 1, NOW.plusSeconds(30))).isEqualTo(5);
    }

    @Test
    void a_refusal_is_replaced() {
        assertThat(policy.toAsk(asked(3, OfferState.DECLINED), 0, NOW)).isEqualTo(3);
    }

    @Test
    void never_more_than_the_cap() {
        assertThat(policy.toAsk(asked(39, OfferState.SENT), 30, NOW)).isEqualTo(1);
        assertThat(policy.toAsk(asked(40, OfferState.EXPIRED), 30, NOW)).isZero();
    }

    private static List<Offer> asked(int howMany, OfferState state) {
        return Collections.nCopies(howMany,
                new Offer(new OfferId(new UUID(0, 1)), ErrandKind.INCIDENT, new ErrandId(new UUID(0, 2)),
                        new Jurisdiction(new UUID(0, 3), "150627100"), new ResponderId(new UUID(0, 4)),
                        "three-best", 1,
                        Duration.ofMinutes(3), 800, List.of(), state, NOW, NOW.plusSeconds(120),
                        Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
