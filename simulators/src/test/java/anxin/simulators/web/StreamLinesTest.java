package anxin.simulators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamLinesTest {

    @Test
    void a_change_carries_its_position() {
        assertThat(read("event: change", "id: 17", "data: {\"kind\":\"incident\",\"id\":\"0197\"}", ""))
                .containsExactly(new StreamEvent("17", "change", "{\"kind\":\"incident\",\"id\":\"0197\"}"));
    }

    @Test
    void the_position_stays_when_a_heartbeat_has_none() {
        assertThat(read("id:17", "data:a", "", "event: heartbeat", "data: {}", ""))
                .extracting(StreamEvent::id)
                .containsExactly("17", "17");
    }

    @Test
    void comments_unknown_fields_and_empty_events_say_nothing() {
        assertThat(read(": keep the line open", "", "retry: 1000", "", "event: change", "")).isEmpty();
    }

    @Test
    void several_data_lines_are_one_text_and_only_one_blank_is_taken_off() {
        assertThat(read("data: a", "data:  b", "data", "")).extracting(StreamEvent::data)
                .containsExactly("a\n b\n");
    }

    private static List<StreamEvent> read(String... lines) {
        StreamLines stream = new StreamLines();
        List<StreamEvent> events = new ArrayList<>();
        for (String line : lines) {
            StreamEvent event = stream.add(line);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }
}
