package anxin.gateway;

import anxin.dispatcher.device.DeviceStore;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Messages;
import anxin.dispatcher.message.Reading;
import anxin.dispatcher.message.Receipt;
import anxin.dispatcher.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a message and makes it durable, whatever is in it. Only an unreachable store can stop it. */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Decoders decoders = new Decoders();
    private final Messages messages;
    private final DeviceStore devices;

    public Intake(Messages messages, DeviceStore devices) {
        this.messages = messages;
        this.devices = devices;
    }

    /**
     * Returns when the message is stored; then it may be acknowledged.
     *
     * @throws StoreException when the store is out of reach: nothing is stored, nothing may be acknowledged
     */
    public Receipt take(Message message) {
        Reading reading = read(message);
        try {
            return messages.receive(message, reading);
        } catch (RuntimeException fault) {
            if (StoreException.unreachable(fault)) {
                throw fault;
            }
            LOG.error("message of device {} could not be handled and is quarantined", message.source().id(),
                    fault);
            return messages.receive(message, failed(message, fault));
        }
    }

    private Reading read(Message message) {
        try {
            return decoders.read(message, (hub, name) -> devices.findOnHub(hub.id(), name));
        } catch (RuntimeException fault) {
            if (StoreException.unreachable(fault)) {
                throw fault;
            }
            LOG.error("decoder failed on a message of device {}", message.source().id(), fault);
            return failed(message, fault);
        }
    }

    private static Reading failed(Message message, RuntimeException fault) {
        return new Reading.Unreadable("failed inside: " + fault.getClass().getSimpleName(),
                Decoders.looksLikeLife(message));
    }
}
