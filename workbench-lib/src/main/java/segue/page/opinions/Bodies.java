package segue.page.opinions;

import java.util.Locale;
import segue.page.server.ApiError;
import segue.page.server.Query;

/** What every body that is posted here is checked for. */
final class Bodies {
    private Bodies() {}

    static ApiError wrong(String message, String hint) {
        return new ApiError(400, "bad_parameter", message, hint);
    }

    /** @throws ApiError 400, if the text is missing or longer than {@code most} */
    static String required(String name, String value, int most, String hint) {
        if (value == null) {
            throw wrong(name + " is missing.", hint);
        }
        if (value.length() > most) {
            throw wrong("%s has %,d characters; the most is %,d.".formatted(name, value.length(), most), hint);
        }
        return value;
    }

    /** @throws ApiError 400, if it is none of {@code kind}'s values in small letters */
    static <E extends Enum<E>> E oneOf(String name, String value, Class<E> kind, String all) {
        required(name, value, 100, "It is one of " + all + ".");
        for (E one : kind.getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(value)) {
                return one;
            }
        }
        throw wrong(
                "%s must be one of %s but was %s.".formatted(name, all, Query.shown(value)),
                "Write it in small letters.");
    }

    /** What the store refuses, as the one who sent it is told. */
    static ApiError refused(IllegalArgumentException wrong) {
        String message = Query.shown(wrong.getMessage());
        return wrong(message + ".", "Nothing was stored.");
    }
}
