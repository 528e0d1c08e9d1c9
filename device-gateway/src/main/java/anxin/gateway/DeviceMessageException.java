package anxin.gateway;

/** A message does not follow its format; the text says where, without quoting the payload. */
public final class DeviceMessageException extends Exception {

    public DeviceMessageException(String message) {
        super(message);
    }
}
