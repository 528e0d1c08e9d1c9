package anxin.simulators.device;

/** A device cannot do its work: a server that is not ours, or none within the time given. */
public final class DeviceFault extends RuntimeException {

    public DeviceFault(String message) {
        super(message);
    }
}
