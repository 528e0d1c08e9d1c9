package anxin.gateway;

import anxin.dispatcher.device.Device;
import anxin.dispatcher.message.Message;
import anxin.dispatcher.message.Reading;
import java.util.Optional;

/** Turns the bytes of one device family into a reading. Pure, and total: what it cannot read it says so. */
public interface Decoder {

    /** Finds a device by its name behind a hub. */
    @FunctionalInterface
    interface Registry {

        Optional<Device> find(Device hub, String friendlyName);
    }

    Reading read(Message message, Registry registry);
}
