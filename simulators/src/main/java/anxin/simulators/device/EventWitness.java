package anxin.simulators.device;

/** Is told what happens to a device's events, on the device's threads; must be quick. */
public interface EventWitness {

    /** Before the event is given to the network for the first time. */
    default void sent(DeviceEvent event) {}

    /** The event is about to go over the wire, for the first time or again. */
    default void onTheWire(DeviceEvent event, Attempt attempt) {}

    /** The server took it over. */
    default void puback(EventKey key) {}

    /** The server says that an incident exists for it. */
    default void evtAck(EventKey key, String incident) {}

    /** Which time it is. */
    enum Attempt {
        FIRST,
        AGAIN
    }
}
