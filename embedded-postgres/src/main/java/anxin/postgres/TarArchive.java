package anxin.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Unpacks the plain tar format the binaries come in: folders, files and links with short names, nothing else. */
final class TarArchive {

    private static final int BLOCK = 512;
    private static final int COPY_SIZE = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[COPY_SIZE];

    TarArchive(InputStream in) {
        this.in = in;
    }

    void unpackInto(Path folder) throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        // The archive ends with empty blocks.
        while (header.length == BLOCK && header[0] != 0) {
            unpack(header, folder);
            header = in.readNBytes(BLOCK);
        }
    }

    private void unpack(byte[] header, Path folder) throws IOException {
        var name = text(header, 0, 100);
        var target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive wants to write outside its folder: " + name);
        }
        Files.createDirectories(target.resolveSibling(".").normalize());
        int mode = (int) octal(header, 100, 8);
        switch (header[156]) {
            case '5' -> Files.createDirectories(target);
            case '0' -> copy(octal(header, 124, 12), mode, target);
            case '2' -> Files.createSymbolicLink(target, Path.of(text(header, 157, 100)));
            default ->
                throw new IOException("unknown kind '" + (char) header[156] + "' of archive entry " + name);
        }
    }

    private void copy(long size, int mode, Path target) throws IOException {
        long left = size;
        try (var out = Files.newOutputStream(target)) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new IOException("the archive ends inside " + target);
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        Files.setPosixFilePermissions(target, permissions(mode));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var all = PosixFilePermission.values();
        var granted = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < all.length; i++) {
            if ((mode & (0400 >> i)) != 0) {
                granted.add(all[i]);
            }
        }
        return granted;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) {
        return Long.parseLong(text(header, from, length).strip(), 8);
    }
}
