package anxin.dispatcher.invariant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads files from the first entry to the last: numbers, seals, and whether each could happen like that. */
final class FileCheck<E extends FileCheck.Entry> {

    /** What every kind of entry has. */
    interface Entry {

        /** Whose file it is in. */
        UUID subject();

        int seq();

        String kind();

        byte[] hash();
    }

    /** One file, followed entry by entry. */
    interface Story<E> {

        /** What speaks against this being the next entry; when nothing does, it has happened. */
        Optional<String> fault(E entry, byte[] hashBefore);

        /** Where the row says something else than the file that ends here. */
        Optional<String> disagreement(E last);
    }

    /** All files of one kind. */
    interface Files<E> {

        /** What such a file is about, in a word. */
        String subject();

        /** The entries after one, in order: file by file, and in each file from the first to the last. */
        List<E> after(UUID subject, int seq, int atMost);

        Story<E> story(E first);
    }

    /** What all files together showed; of each file only the first fault, because the rest follows from it. */
    record Result(long files, long entries, Violations violations) {

        private static final Result NOTHING = new Result(0, 0, Violations.NONE);

        String figures() {
            return "files " + files + ", entries " + entries;
        }
    }

    static final String NOT_SEALED = "is not sealed onto the entry before, or was changed";
    private static final int AT_ONCE = 5_000;
    private static final int HASH_BYTES = 32;

    private final String subject;
    private final Story<E> story;
    private byte[] hashBefore = new byte[HASH_BYTES];
    private int seqBefore;
    private boolean faulty;

    private FileCheck(String subject, Story<E> story) {
        this.subject = subject;
        this.story = story;
    }

    /** Every file of one kind. */
    static <E extends Entry> Result all(Files<E> files) {
        Result result = Result.NOTHING;
        FileCheck<E> file = null;
        E last = null;
        List<E> some = files.after(new UUID(0, 0), 0, AT_ONCE);
        while (!some.isEmpty()) {
            for (E entry : some) {
                if (file == null || last == null || !last.subject().equals(entry.subject())) {
                    result = file == null || last == null ? result : file.closed(result, last);
                    file = new FileCheck<>(files.subject(), files.story(entry));
                }
                result = file.read(result, entry);
                last = entry;
            }
            some = files.after(some.getLast().subject(), some.getLast().seq(), AT_ONCE);
        }
        return file == null || last == null ? result : file.closed(result, last);
    }

    private Result read(Result sofar, E entry) {
        Violations found = faulty ? Violations.NONE : named(entry, fault(entry));
        faulty |= found.total() > 0;
        hashBefore = entry.hash();
        seqBefore = entry.seq();
        return new Result(sofar.files(), sofar.entries() + 1, sofar.violations().and(found));
    }

    private Result closed(Result sofar, E last) {
        Violations found = faulty ? Violations.NONE : named(last, story.disagreement(last));
        return new Result(sofar.files() + 1, sofar.entries(), sofar.violations().and(found));
    }

    private Optional<String> fault(E entry) {
        return entry.seq() == seqBefore + 1
                ? story.fault(entry, hashBefore)
                : Optional.of("follows entry " + seqBefore);
    }

    private Violations named(E entry, Optional<String> fault) {
        return fault
                .map(what -> Violations.of(subject + " " + entry.subject() + " entry " + entry.seq() + " ("
                        + entry.kind() + ") " + what))
                .orElse(Violations.NONE);
    }
}
