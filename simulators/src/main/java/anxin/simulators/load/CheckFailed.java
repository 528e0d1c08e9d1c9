package anxin.simulators.load;

/** A program could not do what it promises to check. */
public final class CheckFailed extends RuntimeException {

    public CheckFailed(String message) {
        super(message);
    }
}
