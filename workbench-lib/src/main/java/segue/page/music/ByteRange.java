package segue.page.music;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for (RFC 9110, section 14): one range of bytes. Several, another unit, and what cannot be
 * read are passed over, as the RFC allows, and the whole is sent.
 *
 * @param first byte, from 0
 * @param last byte, included
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("(?i)bytes[ \\t]*=[ \\t,]*(\\d*)-(\\d*)[ \\t,]*");
    private static final int MOST_DIGITS = 18;

    /** What is to be sent. */
    sealed interface Wanted {
        record Whole() implements Wanted {}

        record Part(ByteRange range) implements Wanted {}

        /** 416: none of the file's bytes. */
        record Nothing() implements Wanted {}
    }

    /** @param header {@code Range}; null where there is none */
    static Wanted of(String header, long length) {
        Matcher one = ONE.matcher(Optional.ofNullable(header).orElse("").strip());
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return new Wanted.Whole();
        }
        if (one.group(1).isEmpty()) {
            long suffix = Math.min(number(one.group(2)), length);
            return suffix == 0 ? new Wanted.Nothing() : new Wanted.Part(new ByteRange(length - suffix, length - 1));
        }
        long first = number(one.group(1));
        long last = one.group(2).isEmpty() ? Long.MAX_VALUE : number(one.group(2));
        if (last < first) {
            return new Wanted.Whole();
        }
        return first >= length
                ? new Wanted.Nothing()
                : new Wanted.Part(new ByteRange(first, Math.min(last, length - 1)));
    }

    /** Whoever asks for more digits than any file has asks for what lies beyond its end. */
    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=\\d)", "");
        return significant.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }

    long length() {
        return last - first + 1;
    }
}
