package segue.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The ways to recommend, and which options are not for which of them. */
public enum By {
    SOUND,
    GENRES,
    TASTES,
    PLAYLISTS;

    private record Misfit(By by, String reason, List<String> options) {
        Misfit(By by, String reason, String... options) {
            this(by, reason, List.of(options));
        }
    }

    private static final String FROM_PLAYLISTS = "nothing is learned from playlists; it is for --by playlists";
    private static final String NOTHING_LEARNED = "nothing is learned; it is for --by genres and --by playlists";

    private static final List<Misfit> MISFITS = List.of(
            new Misfit(TASTES, "the playlist is one whole, so ask for more songs with --n", "--page"),
            new Misfit(TASTES, "tastes are told by euclidean distance, exactly", "--metric", "--backend"),
            new Misfit(TASTES, "a taste takes what is common about its songs, however far", "--max-distance"),
            new Misfit(TASTES, "a taste brings what is like its songs", "--dissimilar"),
            new Misfit(TASTES, "a taste says what is wanted, not what is unwanted", "--less-like"),
            new Misfit(PLAYLISTS, "playlists say what belongs together, not what does not", "--less-like"),
            new Misfit(TASTES, "every taste has its share, which is the variety there is", "--vary"),
            new Misfit(TASTES, "songs that are common everywhere count for less already", "--novelty"),
            new Misfit(
                    PLAYLISTS,
                    "songs are weighed by what playlists teach, and no distance is measured",
                    "--metric",
                    "--backend",
                    "--max-distance",
                    "--vary"),
            new Misfit(PLAYLISTS, "a list is continued by what belongs to it", "--dissimilar"),
            new Misfit(PLAYLISTS, "how popular songs of the list are counts already", "--novelty"),
            new Misfit(GENRES, "they are learned from the labels of the catalogue's own songs", "--learn-from"),
            new Misfit(SOUND, FROM_PLAYLISTS, "--learn-from"),
            new Misfit(TASTES, FROM_PLAYLISTS, "--learn-from"),
            new Misfit(SOUND, NOTHING_LEARNED, "--model", "--save-model"),
            new Misfit(TASTES, NOTHING_LEARNED, "--model", "--save-model"));

    /** @throws IllegalArgumentException if it is none of them */
    public static By parse(String text) {
        return Arrays.stream(values())
                .filter(by -> by.label().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--by must be sound, genres, tastes or playlists but was " + SongFinder.shown(text)));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming an option that was given and is not for this way, and why */
    public void refuseMisfits(ParseResult given) {
        for (Misfit misfit : MISFITS) {
            Optional<String> option =
                    misfit.options().stream().filter(given::hasMatchedOption).findFirst();
            if (misfit.by() == this && option.isPresent()) {
                throw new IllegalArgumentException(
                        "%s is not for --by %s: %s".formatted(option.get(), label(), misfit.reason()));
            }
        }
    }
}
