package anxin.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What lies where in a data folder. */
record DataFolder(Path root) {

    private static final String VERSION_FILE = "PG_VERSION";

    /** Makes the folder when it is missing; refuses one we must not touch. */
    static DataFolder open(Path path, String major) {
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            // Processes are recognised by their folder, and the system reports that one without links.
            var folder = new DataFolder(path.toRealPath());
            folder.refuseForeign(major);
            return folder;
        } catch (IOException e) {
            throw new PostgresException("cannot use the data folder " + path + ": " + e, e);
        }
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path unfinishedCluster() {
        return root.resolve("cluster.unfinished");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Holds the number of the process that has the lock. */
    Path owner() {
        return root.resolve("owner");
    }

    Path access() {
        return root.resolve("access.properties");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve(VERSION_FILE));
    }

    private void refuseForeign(String major) throws IOException {
        if (Files.exists(root.resolve(VERSION_FILE))) {
            throw new PostgresException(
                    root + " is itself the cluster of another PostgreSQL; name an empty folder, and "
                            + "import an export of the old data");
        }
        if (!hasCluster()) {
            return;
        }
        var found = Files.readString(cluster().resolve(VERSION_FILE)).strip();
        if (!found.equals(major)) {
            throw new PostgresException("the data in " + root + " were written by PostgreSQL " + found
                    + ", this program carries PostgreSQL " + major
                    + "; export them with the program version that wrote "
                    + "them, then start this one on an empty data folder and import. Nothing was changed");
        }
    }
}
