package anxin.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/** A folder with everything in it. */
record FileTree(Path root) {

    void delete() throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (var path : paths().reversed()) {
            Files.deleteIfExists(path);
        }
    }

    void giveTo(int user) throws IOException {
        for (var path : paths()) {
            Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** For a server that runs as another user than we do, whatever our umask is. */
    void letEverybodyIn() throws IOException {
        for (var path : paths()) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** Without this a power cut could leave a complete-looking folder with empty files. */
    void forceToDisk() throws IOException {
        for (var path : paths()) {
            if (!Files.isSymbolicLink(path)) {
                forceToDisk(path);
            }
        }
    }

    static void forceToDisk(Path fileOrFolder) throws IOException {
        try (var channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private List<Path> paths() throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
