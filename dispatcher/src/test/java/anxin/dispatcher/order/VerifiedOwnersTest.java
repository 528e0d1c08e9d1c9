package anxin.dispatcher.order;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.dispatcher.catalogue.Service;
import anxin.dispatcher.offer.Offer;
import anxin.dispatcher.resident.Gender;
import anxin.dispatcher.resident.Resident;
import anxin.dispatcher.responder.Responder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifiedOwnersTest extends VerifiedVisits {

    @Test
    void O3_two_people_for_one_bath_are_fine_and_so_is_who_gave_it_back() {
        Responder gaowa = worker("高娃", 4, Gender.FEMALE, "bath");
        Responder batu = worker("巴图", 6, Gender.MALE, "bath");
        Responder chaolu = worker("朝鲁", 7, Gender.MALE, "bath");
        ServiceOrder order = bath();
        accept(order, gaowa);
        accept(order, batu);
        clock.pass(Duration.ofSeconds(1));
        step(order, batu, VisitStep.GIVEN_BACK);
        accept(order, chaolu);

        assertHolds("O3");
        assertHolds("I6");
        assertThat(finding("O3").figures()).isEqualTo("visits held now 2");
    }

    @Test
    void O3_a_cancelled_order_with_a_holder_on_the_way_is_fine() {
        ServiceOrder order = carried(near());
        dispatcher.orders().orders().cancel(order.id(), operator, "resident", "不需要了");

        assertHolds("O3");
        assertHolds("I6");
    }

    @Test
    void O3_an_order_without_its_place_is_found() {
        ServiceOrder order = lunch();

        corrupted("DELETE FROM errand_slot");

        assertThat(violations("O3")).contains(of(order) + " wants 1 people and has 0 places");
    }

    @Test
    void O3_an_accepted_order_with_an_empty_place_is_found() {
        Responder near = near();
        ServiceOrder order = lunch();
        accept(order, near);

        corrupted("UPDATE errand_slot SET responder = NULL, offer = NULL");

        assertThat(violations("O3")).containsExactly(of(order) + " is accepted with 1 empty places");
        assertThat(violations("I6")).containsExactly("offer " + offerOf(order, near).id().uuid() + " to "
                + near.id().uuid() + " goes on although another holds errand " + order.id().uuid());
    }

    @Test
    void O3_an_order_that_looks_for_nobody_is_found() {
        Responder near = near();
        ServiceOrder order = lunch();
        accept(order, near);

        corrupted("UPDATE service_order SET state = 'offered'");

        assertThat(violations("O3")).containsExactly(of(order) + " is offered with 0 empty places");
    }

    @Test
    void O3_a_place_that_outlives_its_order_is_found() {
        ServiceOrder order = cancelled();

        corrupted("UPDATE errand_slot SET ended_at = NULL");

        assertThat(violations("O3")).containsExactly(of(order) + " is cancelled and its place 1 is not");
    }

    @Test
    void O3_a_question_that_outlives_its_order_is_found() {
        Responder near = near();
        ServiceOrder order = cancelled();

        corrupted("UPDATE offer SET state = 'sent', answered_at = NULL");

        assertThat(violations("O3")).containsExactly("offer " + offerOf(order, near).id().uuid()
                + " still asks " + near.id().uuid() + " for " + of(order) + ", which is cancelled");
    }

    @Test
    void O3_a_man_in_the_place_of_a_woman_is_found() {
        Responder gaowa = worker("高娃", 4, Gender.FEMALE, "bath");
        ServiceOrder order = bath();
        accept(order, gaowa);

        corrupted("UPDATE responder SET gender = 'male'");

        assertThat(violations("O3")).containsExactly("errand " + order.id().uuid()
                + " place 1 is for a female and held by " + gaowa.id().uuid());
    }

    @Test
    void O3_somebody_called_away_who_still_carries_a_meal_is_found() {
        Responder near = near();
        ServiceOrder order = carried(near);

        corrupted("""
                INSERT INTO errand_slot (errand, slot, organisation, division, version, responder, since, errand_kind)
                SELECT '00000000-0000-0000-0000-000000000001', 1, organisation, division, 1, responder, since, 'incident'
                  FROM errand_slot
                """);

        assertThat(violations("O3")).containsExactly("responder " + near.id().uuid()
                + " is called to incident 00000000-0000-0000-0000-000000000001 and still on-the-way for "
                + of(order));
    }

    @Test
    void O3_somebody_inside_two_homes_at_one_time_is_found() {
        Responder near = near();
        ServiceOrder first = lunch();
        ServiceOrder second = place(lunch(neighbour(), "11:50", noodles));
        accept(first, near);
        accept(second, near);
        assertHolds("O3");

        corrupted("UPDATE offer SET step = 'arrived'");
        corrupted("UPDATE errand_slot SET busy_from = busy_from - interval '5 min' WHERE errand = ?",
                second.id());

        List<String> both = Stream.of(first, second).map(VerifiedVisits::of).sorted().toList();
        assertThat(violations("O3")).containsExactly(
                "responder " + near.id().uuid() + " is inside for " + both.getFirst() + " and for "
                        + both.getLast(),
                "responder " + near.id().uuid() + " holds " + both.getFirst() + " place 1 and "
                        + both.getLast() + " place 1 at one time");
    }

    @Test
    void I6_a_place_of_a_bath_held_on_the_other_ones_acceptance_is_found() {
        Responder gaowa = worker("高娃", 4, Gender.FEMALE, "bath");
        Responder batu = worker("巴图", 6, Gender.MALE, "bath");
        ServiceOrder order = bath();
        accept(order, gaowa);
        accept(order, batu);
        assertHolds("I6");
        Offer hers = offerOf(order, gaowa);

        corrupted("UPDATE errand_slot SET offer = ?, responder = ? WHERE slot = 2", hers.id(), gaowa.id());

        assertThat(violations("I6")).contains("errand " + order.id().uuid() + " slot 2 is held by "
                + gaowa.id().uuid() + ", who did not accept it");
        assertThat(violations("O3")).contains("responder " + gaowa.id().uuid() + " holds " + of(order)
                + " place 1 and " + of(order) + " place 2 at one time");
    }

    private Resident neighbour() {
        Resident xiulan = town.resident("王秀兰");
        entitle(xiulan, Service.MEAL, "meal-subsidy");
        grant(xiulan, "voucher", 10_000);
        return xiulan;
    }

    private ServiceOrder bath() {
        entitle(qimuge, Service.BATH, "home-bed");
        assess(qimuge, 3);
        return place(visit(qimuge, Service.BATH, "14:00", Optional.empty()));
    }
}
