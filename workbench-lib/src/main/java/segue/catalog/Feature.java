package segue.catalog;

import java.util.Locale;

/**
 * The nine audio features that every song of a song table has, in the order of the columns of its
 * {@link Catalog#features()}. Names and meaning are those of Spotify's audio features.
 */
public enum Feature {
    /** Confidence that the recording is acoustic, 0 to 1. */
    ACOUSTICNESS,
    /** How suitable for dancing, 0 to 1. */
    DANCEABILITY,
    /** Perceived intensity, 0 to 1. */
    ENERGY,
    /** Likelihood that there are no vocals, 0 to 1. */
    INSTRUMENTALNESS,
    /** Likelihood of an audience in the recording, 0 to 1. */
    LIVENESS,
    /** Mean loudness in decibels, mostly -60 to 0. */
    LOUDNESS,
    /** Presence of spoken words, 0 to 1; above 0.66 mostly speech. */
    SPEECHINESS,
    /** Beats a minute; 0 where none was found. */
    TEMPO,
    /** Musical positiveness, 0 (sad, angry) to 1 (happy). */
    VALENCE;

    /** The column name in song tables, {@code "acousticness"} and so on. */
    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
