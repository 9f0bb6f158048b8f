package segue.digest;

import java.util.Optional;
import segue.feedback.Opinion;

/**
 * Why a song is a start for recommendations: it was searched for, or it is liked.
 *
 * @param row of the song in the catalogue
 * @param weight more than 0; larger for what is more recent, more often, and more liked
 * @param typed what was searched for; empty for a song that is liked
 * @param opinion what was said of it; empty for a search
 */
public record Occasion(int row, double weight, Optional<String> typed, Optional<Opinion> opinion) {
    static Occasion searched(int row, double weight, String typed) {
        return new Occasion(row, weight, Optional.of(Plain.line(typed)), Optional.empty());
    }

    static Occasion liked(int row, double weight, Opinion opinion) {
        return new Occasion(row, weight, Optional.empty(), Optional.of(opinion));
    }

    /** Both at once: the reason of the weightier one stands. */
    Occasion and(Occasion other) {
        Occasion first = weight >= other.weight ? this : other;
        return new Occasion(row, weight + other.weight, first.typed, first.opinion);
    }

    /** {@code "Because you searched for “halo”"}, {@code "Because you gave it 9 of 10"}. */
    String sentence() {
        if (typed.isPresent()) {
            return "Because you searched for \u201c" + typed.get() + "\u201d";
        }
        Opinion said = opinion.orElseThrow();
        return said.score().isPresent() ? "Because you gave it " + said : "Because you like it";
    }
}
