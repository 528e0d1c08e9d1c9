package anxin.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One line of the process table, read from /proc. */
record LinuxProcess(long id, String name, char state, long parent) {

    private static final char ZOMBIE = 'Z';

    static Optional<LinuxProcess> find(long id) {
        try {
            var stat = Files.readString(Path.of("/proc/" + id + "/stat"));
            // The name stands in brackets and may itself hold blanks and brackets.
            int nameEnd = stat.lastIndexOf(')');
            var name = stat.substring(stat.indexOf('(') + 1, nameEnd);
            var afterName = stat.substring(nameEnd + 2).split(" ", 3);
            return Optional.of(
                    new LinuxProcess(id, name, afterName[0].charAt(0), Long.parseLong(afterName[1])));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** A zombie still answers to kill -0, which is all that PostgreSQL asks. */
    boolean isAlive() {
        return state != ZOMBIE;
    }

    /** Every process of a server works inside its cluster folder; so may the shell of a curious person. */
    boolean isServerOf(Path cluster) {
        try {
            return isAlive() && name.equals("postgres")
                    && Files.readSymbolicLink(Path.of("/proc/" + id + "/cwd")).equals(cluster);
        } catch (IOException _) {
            // It ended meanwhile, or belongs to another user and then is none of ours.
            return false;
        }
    }
}
