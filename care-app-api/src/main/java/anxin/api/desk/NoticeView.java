package anxin.api.desk;

import anxin.api.http.Fields;
import anxin.dispatcher.notice.Notice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A notice as the desk shows it: raw bytes as text where they are text. */
final class NoticeView {

    private static final int SHOWN_BYTES = 4096;

    private NoticeView() {}

    static Fields fields(Notice notice) {
        Fields fields = new Fields()
                .with("id", notice.id())
                .with("kind", notice.kind())
                .with("at", notice.at())
                .with("reason", notice.reason())
                .with("device", notice.subject())
                .with("topic", notice.raw().map(Notice.Raw::topic))
                .with("lifeLooking", notice.lifeLooking())
                .with("escalated", notice.escalated())
                .with("times", notice.times());
        notice.raw().ifPresent(raw -> {
            byte[] head = Arrays.copyOf(raw.payload(), Math.min(raw.payload().length, SHOWN_BYTES));
            Optional<String> text = text(head);
            fields.with("raw", text.orElseGet(() -> HexFormat.of().formatHex(head)));
            fields.with("encoding", text.isPresent() ? "text" : "hex");
        });
        return fields;
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
