package anxin.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a data folder to one process; the system gives it back when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(DataFolder folder) {
        refuseIfServed(folder);
        try {
            var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw inUse(folder);
            }
            Files.writeString(folder.owner(), Long.toString(ProcessHandle.current().pid()));
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new PostgresException("cannot lock the data folder " + folder.root(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new PostgresException("cannot unlock the data folder", e);
        }
    }

    /**
     * A second guard, because closing any other channel on the lock file drops the lock of the whole process: a server
     * that is still a child of the process that started it is in use. An orphan has another parent.
     */
    private static void refuseIfServed(DataFolder folder) {
        var parent = PostmasterFile.findServing(folder.cluster()).map(LinuxProcess::parent);
        if (parent.isPresent() && parent.get().toString().equals(ownerOf(folder))) {
            throw inUse(folder);
        }
    }

    private static @Nullable Object tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static PostgresException inUse(DataFolder folder) {
        return new PostgresException(
                "the data folder " + folder.root() + " is in use by process " + ownerOf(folder)
                        + "; stop that process first, or choose another data folder");
    }

    private static String ownerOf(DataFolder folder) {
        Path owner = folder.owner();
        try {
            return Files.exists(owner) ? Files.readString(owner) : "(unknown)";
        } catch (IOException e) {
            throw new PostgresException("cannot read " + owner, e);
        }
    }
}
