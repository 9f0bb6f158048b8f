package segue.recommend.playlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.catalog.playlists.Playlists;
import segue.matrix.FloatMatrix;
import segue.recommend.factors.SongContent;
import segue.recommend.metric.SongDate;
import segue.recommend.metric.SongNumbers;
import segue.recommend.metric.SongNumbers.Extra;

/**
 * Makes the parts of a model: what is known without playlists once, what playlists teach for each set of them. Parts of which the
 * catalogue knows nothing are left out.
 *
 * @param numbers that sound is told from, shape {@code (songs, columns)}
 * @param content that factors are told from
 * @param fixed parts that playlists do not change
 */
record PartFactory(
        Set<PartKind> wanted,
        SongArtists artists,
        List<String> columns,
        Optional<FloatMatrix> numbers,
        Optional<SongContent> content,
        List<Part> fixed) {
    static PartFactory of(Catalog songs, PlaylistOptions options) {
        Set<PartKind> wanted = options.parts();
        SongArtists artists = SongArtists.of(songs);
        List<Part> fixed = new ArrayList<>();
        Optional<TagPart> tags =
                Optional.of(TagPart.of(artists, options.tags())).filter(TagPart::tellsApart);
        if (wanted.contains(PartKind.TAGS)) {
            tags.ifPresent(fixed::add);
        }
        if (wanted.contains(PartKind.WORDS)) {
            Optional.of(WordPart.of(songs)).filter(WordPart::tellsApart).ifPresent(fixed::add);
        }
        if (wanted.contains(PartKind.DATE)) {
            addHistogram(fixed, PartKind.DATE, songs);
        }
        if (wanted.contains(PartKind.POPULARITY)) {
            addHistogram(fixed, PartKind.POPULARITY, songs);
        }
        Optional<SongNumbers> numbers = wanted.contains(PartKind.SOUND)
                ? Optional.of(SongNumbers.fit(songs, extras(wanted)))
                : Optional.empty();
        return new PartFactory(
                wanted,
                artists,
                numbers.map(SongNumbers::columns).orElse(List.of()),
                numbers.map(of -> of.of(songs)),
                wanted.contains(PartKind.FACTORS)
                                && (tags.isPresent() || !artists.names().isEmpty())
                        ? Optional.of(FactorPart.content(artists, tags, numbersOfNew(songs)))
                        : Optional.empty(),
                List.copyOf(fixed));
    }

    private static FloatMatrix numbersOfNew(Catalog songs) {
        return SongNumbers.fit(songs, List.of(Extra.DURATION, Extra.DATE, Extra.KEY_AND_MODE))
                .of(songs);
    }

    private static List<Extra> extras(Set<PartKind> wanted) {
        List<Extra> extras = new ArrayList<>(List.of(Extra.DURATION, Extra.KEY_AND_MODE));
        if (wanted.contains(PartKind.DATE)) {
            extras.add(Extra.DATE);
        }
        if (wanted.contains(PartKind.POPULARITY)) {
            extras.add(Extra.POPULARITY);
        }
        return extras;
    }

    private static void addHistogram(List<Part> to, PartKind kind, Catalog songs) {
        float[] numbers = new float[songs.size()];
        for (int row = 0; row < numbers.length; row++) {
            Track track = songs.track(row);
            numbers[row] = kind == PartKind.DATE
                    ? SongDate.days(track)
                    : track.popularity().isPresent() ? track.popularity().getAsInt() : Float.NaN;
        }
        Optional.of(HistogramPart.of(kind, numbers))
                .filter(HistogramPart::tellsApart)
                .ifPresent(to::add);
    }

    /** In the order of {@link PartKind}. */
    List<Part> parts(Playlists playlists) {
        List<Part> parts = new ArrayList<>(fixed);
        if (wanted.contains(PartKind.ARTISTS) && !artists.names().isEmpty()) {
            parts.add(ArtistPart.of(artists, playlists));
        }
        boolean tagged = fixed.stream().anyMatch(part -> part.kind() == PartKind.TAGS);
        if (wanted.contains(PartKind.COMPANIONS) && !tagged && !artists.names().isEmpty()) {
            parts.add(CompanionPart.of(artists, playlists));
        }
        if (playlists.entries() > 0) {
            content.ifPresent(of -> parts.add(FactorPart.of(artists, of, playlists)));
        }
        numbers.ifPresent(of -> parts.add(SoundPart.of(columns, of, playlists)));
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "the catalogue knows nothing of " + wanted + " that tells its songs apart: ask for other parts");
        }
        parts.sort((one, other) -> one.kind().compareTo(other.kind()));
        return List.copyOf(parts);
    }
}
