package segue.page.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The parameters of one request, read strictly: unknown, repeated and unreadable ones are refused by name. */
public final class Query {
    private static final int ECHOED_CHARACTERS = 60;

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @throws ApiError 400, if a parameter is not one of {@code known}, is given twice or cannot be decoded */
    public static Query of(Context ctx, Set<String> known) {
        return of(ctx, known, Set.of());
    }

    /**
     * @param repeatable those of {@code known} that may be given several times
     * @throws ApiError 400, if a parameter is not one of {@code known}, is given twice or cannot be decoded
     */
    public static Query of(Context ctx, Set<String> known, Set<String> repeatable) {
        Map<String, List<String>> values = ctx.queryParamMap();
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw ApiError.badParameter(
                        "There is no parameter %s here.".formatted(shown(name)),
                        known.isEmpty()
                                ? "It takes none."
                                : "It takes " + String.join(", ", new TreeSet<>(known)) + ".");
            }
            if (given.isEmpty()) {
                throw new ApiError(
                        400,
                        "bad_request",
                        "%s has a percent sign that does not begin an encoded character.".formatted(name),
                        "Write a percent sign as %25.");
            }
            if (given.size() > 1 && !repeatable.contains(name)) {
                throw ApiError.badParameter("%s is given %d times.".formatted(name, given.size()), "Give it once.");
            }
        });
        return new Query(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    /**
     * All values of a parameter that may be repeated; none where it is not given.
     *
     * @throws ApiError 400, if it is given more than {@code times}; 414, if one has more than {@code most} characters
     */
    public List<String> texts(String name, int times, int most) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > times) {
            throw ApiError.badParameter(
                    "%s is given %,d times; the most is %,d.".formatted(name, given.size(), times), "Give fewer.");
        }
        given.forEach(value -> requireAtMost(name, value, most));
        return given;
    }

    /** @throws ApiError 400, if it is missing; 414, if it has more than {@code most} characters */
    public String required(String name, int most, String hint) {
        String value = text(name).orElseThrow(() -> ApiError.badParameter("%s is missing.".formatted(name), hint));
        requireAtMost(name, value, most);
        return value;
    }

    private static void requireAtMost(String name, String value, int most) {
        if (value.length() > most) {
            throw new ApiError(
                    414,
                    "too_long",
                    "%s has %d characters; the most is %d.".formatted(name, value.length(), most),
                    "Shorten it.");
        }
    }

    /**
     * A number from 0 to 1; 0 where it is not given.
     *
     * @throws ApiError 400, if it is given and is none
     */
    public double share(String name) {
        String text = text(name).orElse("0");
        if (text.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?")) {
            return Double.parseDouble(text);
        }
        throw ApiError.badParameter(
                "%s must be a number from 0 to 1 but was %s.".formatted(name, shown(text)), "Leave it out for 0.");
    }

    /** @throws ApiError 400, if it is given and is no whole number in {@code [low, high]} */
    public int integer(String name, int low, int high, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        // Nine digits always fit an int.
        if (text.get().matches("-?[0-9]{1,9}")) {
            int value = Integer.parseInt(text.get());
            if (value >= low && value <= high) {
                return value;
            }
        }
        throw ApiError.badParameter(
                "%s must be a whole number from %d to %d but was %s.".formatted(name, low, high, shown(text.get())),
                "Leave it out for %d.".formatted(otherwise));
    }

    /** @throws ApiError 400, if it is given and is neither {@code true} nor {@code false} */
    public boolean flag(String name) {
        return switch (text(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            case String other ->
                throw ApiError.badParameter(
                        "%s must be true or false but was %s.".formatted(name, shown(other)),
                        "Leave it out for false.");
        };
    }

    /** @throws ApiError 400 with the parser's message, if {@code parser} refuses it */
    public <T> T choice(String name, Function<String, T> parser, T otherwise) {
        Optional<String> text = text(name);
        try {
            return text.isEmpty() ? otherwise : parser.apply(shown(text.get()));
        } catch (IllegalArgumentException e) {
            throw ApiError.badParameter(e.getMessage() + ".", "Leave it out for the default.");
        }
    }

    /** A value fit for a message: short, and without characters that cannot be seen. */
    public static String shown(String value) {
        StringBuilder out = new StringBuilder();
        value.codePoints()
                .limit(ECHOED_CHARACTERS)
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .forEach(out::appendCodePoint);
        return value.codePointCount(0, value.length()) > ECHOED_CHARACTERS ? out + "…" : out.toString();
    }
}
