package anxin.dispatcher.offer;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.place.Place;
import anxin.dispatcher.place.TravelMode;
import anxin.dispatcher.place.TravelTimes;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.responder.Colleague;
import anxin.dispatcher.responder.Colleague.Occupation;
import anxin.dispatcher.responder.Duty;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.responder.ResponderKind;
import anxin.dispatcher.responder.Whereabouts;
import anxin.dispatcher.responder.Whereabouts.Trust;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Place DOOR = new Place(39.6, 109.8);
    private final Ranking ranking = new Ranking(new TravelTimes(TravelTimes.TOWN_ROAD_FACTOR));

    @Test
    void the_nearest_by_travel_time_comes_first_not_the_nearest_by_line() {
        Colleague onFoot = colleague(1, kilometres(0.9), TravelMode.FOOT).build();
        Colleague byCar = colleague(2, kilometres(1.5), TravelMode.CAR).build();

        assertThat(order(onFoot, byCar)).containsExactly(id(2), id(1));
    }

    @Test
    void of_two_about_as_near_the_one_with_the_key_is_asked_first() {
        Colleague stranger = colleague(1, kilometres(0.95), TravelMode.E_BIKE).build();
        Colleague withKey = colleague(2, kilometres(0.96), TravelMode.E_BIKE).withKey().build();

        assertThat(order(stranger, withKey)).containsExactly(id(2), id(1));
    }

    @Test
    void an_expired_certificate_is_never_matched() {
        assertThat(order(
                colleague(1, kilometres(1), TravelMode.CAR).certificateUntil(TODAY.minusDays(1)).build()))
                .isEmpty();
        assertThat(order(colleague(1, kilometres(1), TravelMode.CAR).certificateUntil(TODAY).build()))
                .hasSize(1);
    }

    @Test
    void who_is_on_an_errand_is_not_asked() {
        assertThat(order(colleague(1, kilometres(1), TravelMode.CAR).busy().build())).isEmpty();
    }

    @Test
    void nobody_walks_more_than_three_kilometres() {
        assertThat(order(colleague(1, kilometres(3.1), TravelMode.FOOT).build())).isEmpty();
        assertThat(order(colleague(1, kilometres(2.9), TravelMode.FOOT).build())).hasSize(1);
    }

    @Test
    void a_place_nobody_knows_comes_after_every_known_one_and_says_so() {
        Colleague unknown = colleague(1, kilometres(0.2), TravelMode.CAR).trusted(Trust.UNKNOWN).build();
        Colleague known = colleague(2, kilometres(5), TravelMode.CAR).build();

        List<Candidate> ranked = ranking.rank(List.of(unknown, known), DOOR, "zh", TODAY);

        assertThat(ranked).extracting(candidate -> candidate.responder().id()).containsExactly(id(2), id(1));
        assertThat(ranked.getLast().reasons()).extracting(Reason::code).contains("position-unknown");
    }

    private List<ResponderId> order(Colleague... colleagues) {
        return ranking.rank(List.of(colleagues), DOOR, "mn", TODAY).stream()
                .map(candidate -> candidate.responder().id())
                .toList();
    }

    private static Place kilometres(double north) {
        return new Place(DOOR.latitude() + north / 111.195, DOOR.longitude());
    }

    @Test
    void somebody_on_a_visit_is_asked_unless_somebody_free_is_about_as_near() {
        Colleague onAVisit = colleague(1, kilometres(0.6), TravelMode.E_BIKE).onAVisit().build();
        Colleague near = colleague(2, kilometres(0.9), TravelMode.E_BIKE).build();
        Colleague far = colleague(3, kilometres(2.5), TravelMode.E_BIKE).build();

        List<Candidate> ranked = ranking.rank(List.of(onAVisit, near, far), DOOR, "zh", TODAY);

        assertThat(ranked).extracting(candidate -> candidate.responder().id()).containsExactly(id(2), id(1),
                id(3));
        assertThat(ranked.get(1).reasons()).extracting(Reason::code).contains("on-a-visit");
    }

    private static ResponderId id(int number) {
        return new ResponderId(new UUID(0, number));
    }

    private static Someone colleague(int number, Place place, TravelMode travel) {
        return new Someone(number, place, travel, Trust.FRESH, TODAY.plusYears(1), false, Occupation.FREE);
    }

    private record Someone(int number, Place place, TravelMode travel, Trust trust, LocalDate certificate,
            boolean key,
            Occupation occupation) {

        Someone withKey() {
            return new Someone(number, place, travel, trust, certificate, true, occupation);
        }

        Someone busy() {
            return new Someone(number, place, travel, trust, certificate, key, Occupation.BOUND);
        }

        Someone onAVisit() {
            return new Someone(number, place, travel, trust, certificate, key, Occupation.ON_A_VISIT);
        }

        Someone trusted(Trust other) {
            return new Someone(number, place, travel, other, certificate, key, occupation);
        }

        Someone certificateUntil(LocalDate day) {
            return new Someone(number, place, travel, trust, day, key, occupation);
        }

        Colleague build() {
            Responder responder = new Responder(id(number), new Jurisdiction(new UUID(0, 9), "150627100"),
                    new Protected("斯琴"), new Protected("139"), ResponderKind.CAREGIVER, Gender.FEMALE,
                    List.of("zh"),
                    travel, place, certificate, Duty.ON);
            return new Colleague(responder, new Whereabouts(place, trust), false, key, occupation);
        }
    }
}
