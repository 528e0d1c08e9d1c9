package anxin.dispatcher.offer;

import org.jspecify.annotations.Nullable;

/**
 * One reason for somebody's rank, kept with the offer so that the choice can be explained later.
 *
 * @param code    travel, has-key, knows-resident, language, on-a-visit, position-old or position-unknown
 * @param minutes of travel, where the code is about time
 * @param meters  of road, where the code is about distance
 * @param detail  what else there is to say, a code word
 */
public record Reason(String code, @Nullable Integer minutes, @Nullable Integer meters,
        @Nullable String detail) {

    static Reason travel(int minutes, int meters) {
        return new Reason("travel", minutes, meters, null);
    }

    static Reason of(String code) {
        return new Reason(code, null, null, null);
    }

    static Reason of(String code, String detail) {
        return new Reason(code, null, null, detail);
    }
}
