package anxin.dispatcher.offer;

import anxin.dispatcher.place.Place;
import anxin.dispatcher.place.TravelMode;
import anxin.dispatcher.place.TravelTimes;
import anxin.dispatcher.responder.Colleague;
import anxin.dispatcher.responder.Colleague.Occupation;
import anxin.dispatcher.responder.Responder;
import anxin.dispatcher.responder.Whereabouts.Trust;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides who is suitable for a door and in which order they are asked. Pure: no clock, no database. */
public final class Ranking {

    // Beyond this somebody on foot comes too late to be asked.
    private static final double WALKING_REACH_METERS = 3_000;
    // Somebody on a visit is worth three minutes less: they have to leave something, and somebody has to take it over.
    private static final int LEAVING_A_VISIT_MINUTES = 3;

    private final TravelTimes travelTimes;

    public Ranking(TravelTimes travelTimes) {
        this.travelTimes = travelTimes;
    }

    private record Ranked(Candidate candidate, Colleague colleague, boolean speaks) {

        boolean placeUnknown() {
            return colleague.whereabouts().trust() == Trust.UNKNOWN;
        }

        int minutes() {
            boolean leaves = colleague.occupation() == Occupation.ON_A_VISIT;
            return candidate.minutes() + (leaves ? LEAVING_A_VISIT_MINUTES : 0);
        }
    }

    // Travel in whole minutes, so that a key or a known face decides between two who are about as near.
    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::placeUnknown)
            .thenComparingInt(Ranked::minutes)
            .thenComparing(ranked -> !ranked.colleague().hasKey())
            .thenComparing(ranked -> !ranked.colleague().knowsResident())
            .thenComparing(ranked -> !ranked.speaks())
            .thenComparing(ranked -> ranked.candidate().travel())
            .thenComparing(ranked -> ranked.candidate().responder().id().uuid());

    /**
     * The suitable ones, best first: travel time, key, known face, language.
     *
     * @param language what the resident speaks best, ISO 639-1
     * @param today    the day on which certificates must be valid
     */
    public List<Candidate> rank(List<Colleague> onDuty, Place door, String language, LocalDate today) {
        return onDuty.stream()
                .filter(colleague -> suitable(colleague, door, today))
                .map(colleague -> ranked(colleague, door, language))
                .sorted(BEST_FIRST)
                .map(Ranked::candidate)
                .toList();
    }

    private static boolean suitable(Colleague colleague, Place door, LocalDate today) {
        Responder responder = colleague.responder();
        boolean walksTooFar = responder.travel() == TravelMode.FOOT
                && colleague.whereabouts().place().metersTo(door) > WALKING_REACH_METERS;
        return colleague.occupation() != Occupation.BOUND && !responder.certificateUntil().isBefore(today)
                && !walksTooFar;
    }

    private Ranked ranked(Colleague colleague, Place door, String language) {
        Responder responder = colleague.responder();
        Place from = colleague.whereabouts().place();
        Duration travel = travelTimes.between(from, door, responder.travel());
        boolean speaks = responder.languages().contains(language);
        Candidate bare = new Candidate(responder, travel, travelTimes.meters(from, door), List.of());
        List<Reason> reasons = reasons(bare, colleague, speaks, language);
        return new Ranked(new Candidate(responder, travel, bare.meters(), reasons), colleague, speaks);
    }

    private static List<Reason> reasons(Candidate candidate, Colleague colleague, boolean speaks,
            String language) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.travel(candidate.minutes(), candidate.meters()));
        if (colleague.hasKey()) {
            reasons.add(Reason.of("has-key"));
        }
        if (colleague.knowsResident()) {
            reasons.add(Reason.of("knows-resident"));
        }
        if (speaks) {
            reasons.add(Reason.of("language", language));
        }
        if (colleague.occupation() == Occupation.ON_A_VISIT) {
            reasons.add(Reason.of("on-a-visit"));
        }
        switch (colleague.whereabouts().trust()) {
            case FRESH -> {
            }
            case AT_BASE -> reasons.add(Reason.of("position-old"));
            case UNKNOWN -> reasons.add(Reason.of("position-unknown"));
        }
        return List.copyOf(reasons);
    }
}
