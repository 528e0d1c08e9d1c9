package anxin.dispatcher.device;

import anxin.dispatcher.resident.ResidentId;
import anxin.dispatcher.store.Jurisdiction;
import java.util.Optional;

/**
 * A registered device.
 *
 * @param tenant   the organisation's code, as it stands in native topics
 * @param code     its name on the wire: the MQTT client id, or the friendly name behind a hub
 * @param topic    everything it publishes lies under this topic
 * @param hub      the hub whose credential it uses; empty when it has its own
 * @param resident whose it is; empty while unclaimed
 */
public record Device(DeviceId id, Jurisdiction jurisdiction, String tenant, String code, DeviceFamily family,
        DeviceKind kind, String topic, Optional<DeviceId> hub, Optional<ResidentId> resident) {

    /** Whether it may publish here. */
    public boolean owns(String publishedTopic) {
        return publishedTopic.startsWith(topic + "/");
    }
}
