package segue.spotify.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a search looks for: {@code isrc:CODE}, {@code track:"…"} and {@code artist:"…"}, or words of either. */
final class AccountSearch {
    private static final Pattern FIELD = Pattern.compile("(isrc|track|artist):(?:\"([^\"]*)\"|(\\S+))");

    private AccountSearch() {}

    static Predicate<AccountSong> of(String text) {
        Predicate<AccountSong> all = song -> true;
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            String value = field.group(2) != null ? field.group(2) : field.group(3);
            all = all.and(
                    switch (field.group(1)) {
                        case "isrc" -> song -> song.isrc().equalsIgnoreCase(value);
                        case "track" -> song -> hasWords(song.name(), value);
                        default -> song -> hasWords(song.artist(), value);
                    });
        }
        String words = FIELD.matcher(text).replaceAll(" ");
        return all.and(song -> hasWords(song.name() + " " + song.artist(), words));
    }

    private static boolean hasWords(String text, String words) {
        String folded = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[\\s\"]+"))
                .filter(word -> !word.isEmpty())
                .allMatch(folded::contains);
    }
}
