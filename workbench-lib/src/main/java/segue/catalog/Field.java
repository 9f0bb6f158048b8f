package segue.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a column of a song table can be, and the names it goes by, the usual one first. Names are compared in lower case. */
enum Field {
    ID("id", "track_id"),
    NAME("name", "track_name"),
    ARTISTS("artists", "track_artist", "artist_name", "artist"),
    YEAR("year"),
    RELEASE_DATE("release_date", "track_album_release_date"),
    DURATION_MILLIS("duration_ms"),
    POPULARITY("popularity", "track_popularity"),
    EXPLICIT("explicit"),
    KEY("key"),
    MODE("mode"),
    SAME_RECORDING_AS("same_recording_as"),
    ACOUSTICNESS(Feature.ACOUSTICNESS),
    DANCEABILITY(Feature.DANCEABILITY),
    ENERGY(Feature.ENERGY),
    INSTRUMENTALNESS(Feature.INSTRUMENTALNESS),
    LIVENESS(Feature.LIVENESS),
    LOUDNESS(Feature.LOUDNESS),
    SPEECHINESS(Feature.SPEECHINESS),
    TEMPO(Feature.TEMPO),
    VALENCE(Feature.VALENCE);

    /** Columns with genre labels; a table may have several of them. */
    static final List<String> GENRE_COLUMNS =
            List.of("genres", "genre", "playlist_genre", "playlist_subgenre", "track_genre");

    private final List<String> names;
    private final Feature feature;

    Field(String... names) {
        this.names = List.of(names);
        this.feature = null;
    }

    Field(Feature feature) {
        this.names = List.of(feature.columnName());
        this.feature = feature;
    }

    /** The usual column name. */
    String usualName() {
        return names.getFirst();
    }

    List<String> names() {
        return names;
    }

    Optional<Feature> feature() {
        return Optional.ofNullable(feature);
    }

    /** Where this field stands in a header of lower-case names. */
    Optional<Integer> in(List<String> header) {
        return names.stream().map(header::indexOf).filter(i -> i >= 0).findFirst();
    }

    /** The fields without which a row is no song: id and the nine audio features. */
    static List<Field> needed() {
        List<Field> needed = new ArrayList<>(List.of(ID));
        for (Field field : values()) {
            if (field.feature != null) {
                needed.add(field);
            }
        }
        return needed;
    }
}
