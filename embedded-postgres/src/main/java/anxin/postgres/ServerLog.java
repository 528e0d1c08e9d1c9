package anxin.postgres;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** What the server writes: one file to look into, and the one before it. Never more than a limited space. */
record ServerLog(Path file) {

    private static final long LARGE = 10L << 20;
    private static final int TAIL_BYTES = 2000;
    private static final int TAIL_LINES = 4;

    void makeIfMissing() throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    ProcessBuilder.Redirect target() {
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    /** The server keeps the file open for appending, so it is copied and emptied instead of renamed. */
    void shorten() throws IOException {
        if (length() < LARGE) {
            return;
        }
        Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    long length() throws IOException {
        return Files.size(file);
    }

    /** The last words written after that length, for an error message. */
    String wordsSince(long length) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            // It is shorter than before when it was emptied meanwhile.
            long from = Math.max(size < length ? 0 : length, size - TAIL_BYTES);
            var text = Channels.newInputStream(channel.position(from)).readAllBytes();
            var lines = new String(text, StandardCharsets.UTF_8).lines().toList();
            return lines.isEmpty()
                    ? "(it wrote nothing to " + file + ")"
                    : String.join(" / ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        }
    }
}
