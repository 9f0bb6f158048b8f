package segue.audio.signal;

/**
 * A part of a signal.
 *
 * @param start its first sample
 * @param end the sample behind its last
 */
public record SampleRange(int start, int end) {
    public SampleRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "a part must begin at 0 or later and not end before that, but was [%d, %d)".formatted(start, end));
        }
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }
}
