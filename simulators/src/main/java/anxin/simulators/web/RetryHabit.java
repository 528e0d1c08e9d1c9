package anxin.simulators.web;

/** How often somebody's line breaks just after an answer, so that the same act is sent once more with its key. */
public interface RetryHabit {

    /** Somebody whose line never breaks there. */
    RetryHabit NEVER = new RetryHabit() {

        @Override
        public boolean isDueNow() {
            return false;
        }

        @Override
        public void compare(String path, Answer first, Answer again) {
            throw new IllegalStateException("nothing was repeated");
        }
    };

    boolean isDueNow();

    /** The server must have answered alike and done nothing twice. */
    void compare(String path, Answer first, Answer again);
}
