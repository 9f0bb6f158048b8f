package segue.jobs;

import java.util.regex.Pattern;

/**
 * What a job is: whoever works on a kind understands its payload. Where a kind's payload changes, so does its format, and each
 * version of Segue takes only the jobs that it can read.
 *
 * @param name 1 to 40 of {@code a-z}, {@code 0-9} and {@code -}
 * @param format of the payload, from 1
 */
public record JobKind(String name, int format) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    public JobKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a kind of jobs must be 1 to 40 of a-z, 0-9 and - but was \"%s\"".formatted(name));
        }
        if (format < 1) {
            throw new IllegalArgumentException("format must be at least 1 but was " + format);
        }
    }

    /** {@code upload.1} */
    @Override
    public String toString() {
        return name + "." + format;
    }
}
