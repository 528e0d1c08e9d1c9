package anxin.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Who may sign in, and to which database; kept in a file that only its owner can read. */
record Credentials(String user, String password, String database) {

    private static final int PASSWORD_BYTES = 24;

    /** The password of the cluster, or a new one when the cluster is still to be made. */
    static Credentials of(DataFolder folder, String database) {
        var file = folder.access();
        if (Files.notExists(file) && folder.hasCluster()) {
            throw new PostgresException(
                    file + " is missing, and nobody can sign in without it; bring it back from the "
                            + "backup, or start on an empty data folder and import an export");
        }
        try {
            var known = Files.exists(file) ? read(file) : new Credentials("postgres", newPassword(), "");
            var wanted = new Credentials(known.user, known.password, database);
            if (!wanted.equals(known)) {
                wanted.write(file);
            }
            return wanted;
        } catch (IOException e) {
            throw new PostgresException("cannot keep the database password in " + file + ": " + e, e);
        }
    }

    static Credentials read(Path file) throws IOException {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        return new Credentials(lines.getProperty("user", ""), lines.getProperty("password", ""),
                lines.getProperty("database", ""));
    }

    PostgresAccess at(int port) {
        return new PostgresAccess("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    Credentials toDatabase(String other) {
        return new Credentials(user, password, other);
    }

    @Override
    public String toString() {
        return user + ", database " + database;
    }

    private void write(Path file) throws IOException {
        var text = "user=" + user + "\npassword=" + password + "\ndatabase=" + database + "\n";
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
        FileTree.forceToDisk(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
