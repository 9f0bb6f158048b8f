package segue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import segue.catalog.ArtistGenres;
import segue.catalog.Catalog;
import segue.catalog.playlists.LoadedPlaylists;
import segue.catalog.playlists.Playlists;
import segue.recommend.metric.CommonGenres;
import segue.recommend.metric.LearnedMetric;
import segue.recommend.metric.MetricOptions;
import segue.recommend.playlist.PlaylistModel;
import segue.recommend.playlist.PlaylistOptions;

/** The options that say where what is learned comes from, and where it is kept. */
final class LearnOptions {
    @Option(
            names = "--learn-from",
            paramLabel = "FILE|DIR",
            description =
                    "by playlists: a table with a row a playlist and song, or a folder of playlist files or of the"
                            + " Million Playlist Dataset's slices (default: " + DataFolder.PLAYLISTS
                            + " in SEGUE_DATA)")
    private Path lists;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "by playlists or genres: what was learned before and saved, instead of learning again")
    private Path model;

    @Option(names = "--save-model", paramLabel = "FILE", description = "by playlists or genres: keep what was learned")
    private Path save;

    /** The model, and what is told of it: {@code "471 playlists"}. */
    record Learned(PlaylistModel model, String from) {}

    /** What tells genres apart, and what is told of it: {@code "64 genres of 64,793 songs"}. */
    record LearnedGenres(LearnedMetric metric, String from) {}

    /** Where the model is to be written; null where it is not kept. */
    Path output() {
        return save;
    }

    /** The files that are read; null where there is none. */
    Path[] inputs() {
        return new Path[] {lists, model};
    }

    /**
     * @throws IllegalArgumentException if there is nothing to learn from, or two things
     * @throws IOException if it is not there
     */
    void checkPlaylists() throws IOException {
        requireOne();
        if (model == null && source().isEmpty()) {
            throw new IllegalArgumentException("--by playlists learns from playlists and has none: name some with"
                    + " --learn-from FILE, or a saved model with --model FILE, or set SEGUE_DATA to a folder that has "
                    + DataFolder.PLAYLISTS);
        }
        requireThere(lists);
        requireThere(model);
        if (model != null && LearnedMetric.isSavedIn(model)) {
            throw new IllegalArgumentException(model + " has learned genres, not playlists: it is for --by genres");
        }
    }

    /**
     * @throws IllegalArgumentException if genres are to be learned, and to be known already
     * @throws IOException if the model is not there
     */
    void checkGenres() throws IOException {
        requireOne();
        requireThere(model);
        if (model != null && PlaylistModel.isSavedIn(model)) {
            throw new IllegalArgumentException(model + " has learned playlists, not genres: it is for --by playlists");
        }
    }

    private void requireOne() {
        if (model != null && (lists != null || save != null)) {
            throw new IllegalArgumentException("--model is a model that was learned before: leave out "
                    + (lists != null ? "--learn-from" : "--save-model") + ", or --model to learn again");
        }
    }

    private static void requireThere(Path file) throws NoSuchFileException {
        if (file != null && !Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    private Optional<Path> source() {
        return lists == null ? DataFolder.find(DataFolder.PLAYLISTS) : Optional.of(lists);
    }

    Learned playlists(Catalog songs) throws IOException {
        if (model != null) {
            return new Learned(PlaylistModel.load(model, songs), model.toString());
        }
        Path source = source().orElseThrow();
        LoadedPlaylists loaded = Playlists.load(source, songs);
        if (loaded.playlists().size() == 0) {
            throw new UnsupportedOperationException(
                    "%s: none of its songs is in %s: name a catalogue that has them with --catalog"
                            .formatted(source, songs));
        }
        PlaylistModel learned = OnCtrlC.interrupt(() -> PlaylistModel.fit(songs, loaded.playlists(), options()));
        if (save != null) {
            learned.save(save);
            tellSaved();
        }
        return new Learned(learned, "%,d playlists".formatted(loaded.playlists().size()));
    }

    LearnedGenres genres(Catalog songs) throws IOException {
        if (model != null) {
            return new LearnedGenres(LearnedMetric.load(model, songs), model.toString());
        }
        List<List<String>> labels = CommonGenres.defaults().of(songs);
        LearnedMetric learned = OnCtrlC.interrupt(() -> LearnedMetric.fit(
                songs,
                labels,
                MetricOptions.forExamples(labels.stream().mapToInt(List::size).sum())));
        if (save != null) {
            learned.save(save);
            tellSaved();
        }
        long labelled = labels.stream().filter(of -> !of.isEmpty()).count();
        return new LearnedGenres(
                learned, "%,d genres of %,d songs".formatted(learned.labels().size(), labelled));
    }

    private void tellSaved() throws IOException {
        AnswerText.tell("what was learned is kept in %s (%,d KB); next time: --model %s"
                .formatted(save, Math.ceilDiv(Files.size(save), 1_000), save));
    }

    private static PlaylistOptions options() {
        return DataFolder.find(DataFolder.ARTIST_GENRES)
                .map(file -> PlaylistOptions.defaults().withTags(ArtistGenres.load(file)::genresOf))
                .orElseGet(PlaylistOptions::defaults);
    }
}
