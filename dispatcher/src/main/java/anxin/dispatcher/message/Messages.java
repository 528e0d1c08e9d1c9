package anxin.dispatcher.message;

import anxin.dispatcher.deadline.DeadlineKind;
import anxin.dispatcher.deadline.DeadlineStore;
import anxin.dispatcher.device.Device;
import anxin.dispatcher.device.DeviceStore;
import anxin.dispatcher.feed.Change;
import anxin.dispatcher.feed.Feed;
import anxin.dispatcher.incident.AgeBand;
import anxin.dispatcher.incident.Alarm;
import anxin.dispatcher.incident.AlarmType;
import anxin.dispatcher.incident.IncidentId;
import anxin.dispatcher.incident.IncidentStore;
import anxin.dispatcher.incident.Incidents;
import anxin.dispatcher.incident.Raised;
import anxin.dispatcher.notice.NoticeStore;
import anxin.dispatcher.store.Ids;
import anxin.dispatcher.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Takes every message of every device: stores it once, decides its one bin, raises what it calls for. */
public final class Messages {

    // A level that still stands this long after its incident was closed is a new call, not an echo of the old one.
    private static final Duration RE_ARM = Duration.ofMinutes(10);
    // A device that repeats a call until it is answered may stamp each repetition with the time of day.
    private static final Duration RESTAMPED_WITHIN = Duration.ofMinutes(10);
    private static final Duration DUTY_LEADER_WITHIN = Duration.ofSeconds(60);

    private final Sql sql;
    private final ReceiptStore receipts;
    private final DeviceStore devices;
    private final Incidents incidents;
    private final IncidentStore incidentStore;
    private final NoticeStore notices;
    private final DeadlineStore deadlines;
    private final Feed feed;
    private final Ids ids;

    public Messages(Sql sql, DeviceStore devices, Incidents incidents, IncidentStore incidentStore,
            NoticeStore notices,
            DeadlineStore deadlines, Feed feed, Ids ids) {
        this.sql = sql;
        this.receipts = new ReceiptStore(sql, ids);
        this.devices = devices;
        this.incidents = incidents;
        this.incidentStore = incidentStore;
        this.notices = notices;
        this.deadlines = deadlines;
        this.feed = feed;
        this.ids = ids;
    }

    /** When this returns the message is durable with all it caused, and may be acknowledged; not before. */
    public Receipt receive(Message message, Reading reading) {
        return sql.transaction(() -> {
            // One message of a device at a time: order, levels and "the same content again" need it.
            devices.lock(message.source().id());
            return switch (reading) {
                case Reading.Understood understood -> store(message, understood);
                case Reading.Unreadable unreadable -> quarantine(message, unreadable);
            };
        });
    }

    private Receipt store(Message message, Reading.Understood reading) {
        return switch (reading.key()) {
            case MessageKey.Numbered(String number) -> {
                // A counter that began again, or one number for two things, must not swallow a press.
                boolean taken = receipts.holdsOther(message, number, RESTAMPED_WITHIN);
                String key = taken
                        ? number + "#" + HexFormat.of().formatHex(message.payloadHash(), 0, 8)
                        : number;
                yield receipts.find(message.source().id(), key)
                        .map(first -> again(first, message))
                        .orElseGet(() -> storeNew(message, reading, key));
            }
            case MessageKey.Content content -> receipts
                    .findContent(message.source().id(), content.fingerprint(), content.within(),
                            message.receivedAt())
                    .map(first -> again(first, message))
                    .orElseGet(() -> storeNew(message, reading,
                            content.fingerprint() + "@" + message.receivedAt()));
        };
    }

    private Receipt again(Receipt.AlreadyKnown first, Message message) {
        receipts.deliveredAgain(first.id(), message.source(), message.receivedAt());
        return first;
    }

    /** Where one message ended, and which incident it belongs to if one. */
    private record Ending(Bin bin, Optional<IncidentId> incident) {

        Ending and(Ending other) {
            boolean mine = bin.orWorse(other.bin) == bin;
            return new Ending(mine ? bin : other.bin, mine && incident.isPresent()
                    ? incident
                    : other.incident.or(() -> incident));
        }
    }

    private Receipt storeNew(Message message, Reading.Understood understood, String key) {
        UUID id = ids.next();
        TimeQuality quality = TimeQuality.of(understood.deviceTime(), message.receivedAt(),
                understood.claimed());
        Reading.Understood reading = understood
                .withTime(understood.deviceTime().filter(TimeQuality::canBeStored));
        AgeBand ageBand = quality == TimeQuality.IMPLAUSIBLE
                ? AgeBand.UNDATABLE
                : AgeBand.of(reading.deviceTime(), message.receivedAt());
        Ending ending = reading.signals().stream()
                .map(signal -> handle(signal, id, message, reading, ageBand))
                .reduce(Ending::and)
                .orElse(new Ending(Bin.STATE, Optional.empty()));
        if (!receipts.insert(id, message, reading.device(), key,
                reading.deviceTime(), quality,
                ageBand, ending.bin(), ending.incident())) {
            throw new IllegalStateException(
                    "message stored twice although its source was locked: " + message.topic());
        }
        return new Receipt.Stored(id, ending.bin(), ending.incident());
    }

    private Ending handle(Signal signal, UUID receipt, Message message, Reading.Understood reading,
            AgeBand ageBand) {
        Device device = reading.device();
        Instant at = message.receivedAt();
        boolean stoodAlready = signal.form() == Signal.Form.LEVEL
                && devices.swapLevel(device, signal.kind(), signal.state() == Signal.State.RAISE, at);
        return switch (Triage.meaning(signal, device.kind())) {
            case Triage.Meaning.ForTheBin(Bin bin) -> new Ending(bin, Optional.empty());
            case Triage.Meaning.CallForHelp(AlarmType type) -> {
                if (stoodAlready && isEcho(device, type, at)) {
                    yield new Ending(Bin.STATE, Optional.empty());
                }
                yield raise(
                        new Alarm(device.jurisdiction(), device.resident(), Optional.of(device.id()), type,
                                Optional.empty(),
                                Optional.of(receipt), reading.deviceTime(), at, ageBand, reading.exercise()));
            }
        };
    }

    // Hubs repeat a standing level with every report and after every restart.
    private boolean isEcho(Device device, AlarmType type, Instant at) {
        UUID subject = device.resident().map(resident -> resident.uuid()).orElse(device.id().uuid());
        return !incidentStore.hasOpen(subject, type.kind())
                && incidentStore.lastClosed(subject, type.kind())
                        .filter(closed -> closed.plus(RE_ARM).isAfter(at))
                        .isPresent();
    }

    private Ending raise(Alarm alarm) {
        return switch (incidents.raise(alarm)) {
            case Raised.Opened(IncidentId id) -> new Ending(Bin.NEW_INCIDENT, Optional.of(id));
            case Raised.Repeated(IncidentId id, int presses) -> new Ending(Bin.REPEAT, Optional.of(id));
            case Raised.SecondSignal(IncidentId id, int presses) ->
                new Ending(Bin.SECOND_SIGNAL, Optional.of(id));
        };
    }

    private Receipt quarantine(Message message, Reading.Unreadable unreadable) {
        String key = "raw:" + HexFormat.of().formatHex(Message.sha256(message.topicAndPayload()), 0, 16) + "@"
                + message.receivedAt();
        Optional<Receipt.AlreadyKnown> same = receipts.find(message.source().id(), key);
        if (same.isPresent()) {
            return again(same.get(), message);
        }
        UUID id = ids.next();
        receipts.insert(id, message, message.source(), key, Optional.empty(), TimeQuality.NONE, AgeBand.LIVE,
                Bin.QUARANTINED, Optional.empty());
        UUID notice = notices.quarantined(message.source().jurisdiction(), message.source().code(), id,
                unreadable.reason(), unreadable.lifeLooking(), message.receivedAt());
        if (unreadable.lifeLooking()) {
            deadlines.set(message.source().jurisdiction(), notice, DeadlineKind.QUARANTINE, 0,
                    message.receivedAt().plus(DUTY_LEADER_WITHIN));
        }
        feed.tellDesk(message.source().jurisdiction(), Change.Kind.NOTICE, notice);
        return new Receipt.Stored(id, Bin.QUARANTINED, Optional.empty());
    }
}
