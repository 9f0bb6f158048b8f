package segue.recommend.playlist;

import java.io.IOException;
import java.util.function.IntFunction;
import segue.files.FieldOutput;

/** One thing that speaks for or against songs, given those that are in a list. Immutable. */
sealed interface Part permits ArtistPart, CompanionPart, FactorPart, HistogramPart, SoundPart, TagPart, WordPart {
    PartKind kind();

    /**
     * What is to be said for every song of the catalogue.
     *
     * @param seeds rows, each once, at least one
     * @return a finite value a song, new; 0 where nothing is known of the song, or of the seeds
     */
    float[] values(int... seeds);

    /** What speaks for a song, in words, given its row; empty where that is nothing. */
    IntFunction<String> reasons(int... seeds);

    void write(FieldOutput out) throws IOException;
}
