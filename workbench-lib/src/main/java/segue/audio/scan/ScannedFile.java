package segue.audio.scan;

import java.util.Objects;
import java.util.Optional;

/** A file that a scan is done with, and what was found in it: can be kept as a line of text, and read back. */
public final class ScannedFile {
    private final Entry entry;

    ScannedFile(Entry entry) {
        this.entry = Objects.requireNonNull(entry);
    }

    /** Empty where the line is not whole, or is none of a file. */
    public static Optional<ScannedFile> ofLine(byte[] line) {
        return JournalLine.entry(line, 0, JournalLine.length(line)).map(ScannedFile::new);
    }

    /** As a line of a journal, with its end: some 2 kB of text for half a minute of sound, exact to the bit. */
    public byte[] line() {
        return JournalLine.of(entry);
    }

    /** Of the file when it was read. */
    public FileStamp stamp() {
        return entry.stamp();
    }

    /** Of all of its bytes, in hexadecimal. */
    public String sha256() {
        return entry.sha256();
    }

    /** Why nothing was heard in it, in words for its owner; empty where it was heard. */
    public Optional<String> unusable() {
        return entry.outcome() instanceof Outcome.Unusable(String reason) ? Optional.of(reason) : Optional.empty();
    }

    Entry entry() {
        return entry;
    }
}
