package segue.catalog.listening;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A time as the files write it, in milliseconds since 1970: seconds or milliseconds since then, {@code 2024-05-01T13:22:00Z} or
 * with another offset, {@code 2024-05-01 13:22}, {@code 01 May 2024, 13:22}. Without an offset it is UTC, as all the services
 * write it.
 */
final class PlayTime {
    static final String EXPECTED = "2024-05-01T13:22:00Z, 2024-05-01 13:22, 01 May 2024, 13:22, or seconds since 1970";

    /** No service counted plays before. */
    static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    /** In milliseconds this is 1973, in seconds the year 5138. */
    private static final double MILLIS_FROM = 1e11;

    private static final int LONGEST = 40;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,16}(\\.\\d{0,9})?");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[' ']")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendLiteral("UTC")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WORDS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM uuuu[','] HH:mm[:ss]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private PlayTime() {}

    static OptionalLong parse(String text) {
        String time = text.strip();
        if (time.length() > LONGEST || time.isEmpty()) {
            return OptionalLong.empty();
        }
        if (DIGITS.matcher(time).matches()) {
            return OptionalLong.of(ofNumber(Double.parseDouble(time)));
        }
        OptionalLong iso = parse(ISO, time);
        return iso.isPresent() ? iso : parse(WORDS, time);
    }

    /** Of seconds or milliseconds since 1970. */
    static long ofNumber(double number) {
        return (long) (number < MILLIS_FROM ? number * 1000 : number);
    }

    private static OptionalLong parse(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor read = format.parse(text);
            LocalDateTime at = LocalDateTime.from(read);
            ZoneOffset offset = read.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(read) : ZoneOffset.UTC;
            return OptionalLong.of(at.toInstant(offset).toEpochMilli());
        } catch (DateTimeException otherFormat) {
            return OptionalLong.empty();
        }
    }
}
