package segue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import segue.catalog.ArtistGenres;
import segue.catalog.Catalog;
import segue.catalog.playlists.LoadedPlaylists;
import segue.catalog.playlists.Playlists;
import segue.recommend.playlist.PlaylistModel;
import segue.recommend.playlist.PlaylistOptions;

/** The options that say where a model of playlists comes from, and where it is kept. */
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
            description = "by playlists: what was learned before and saved, instead of learning again")
    private Path model;

    @Option(names = "--save-model", paramLabel = "FILE", description = "by playlists: keep what was learned")
    private Path save;

    /** The model, and what is told of it: {@code "471 playlists"}. */
    record Learned(PlaylistModel model, String from) {}

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
     * @throws NoSuchFileException if it is not there
     */
    void check() throws NoSuchFileException {
        if (model != null && (lists != null || save != null)) {
            throw new IllegalArgumentException("--model is a model that was learned before: leave out "
                    + (lists != null ? "--learn-from" : "--save-model") + ", or --model to learn again");
        }
        if (model == null && source().isEmpty()) {
            throw new IllegalArgumentException("--by playlists learns from playlists and has none: name some with"
                    + " --learn-from FILE, or a saved model with --model FILE, or set SEGUE_DATA to a folder that has "
                    + DataFolder.PLAYLISTS);
        }
        requireThere(lists);
        requireThere(model);
    }

    private static void requireThere(Path file) throws NoSuchFileException {
        if (file != null && !Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    private Optional<Path> source() {
        return lists == null ? DataFolder.find(DataFolder.PLAYLISTS) : Optional.of(lists);
    }

    Learned over(Catalog songs) throws IOException {
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
            AnswerText.tell("what was learned is kept in %s (%,d KB); next time: --model %s"
                    .formatted(save, Math.ceilDiv(Files.size(save), 1_000), save));
        }
        return new Learned(learned, "%,d playlists".formatted(loaded.playlists().size()));
    }

    private static PlaylistOptions options() {
        return DataFolder.find(DataFolder.ARTIST_GENRES)
                .map(file -> PlaylistOptions.defaults().withTags(ArtistGenres.load(file)::genresOf))
                .orElseGet(PlaylistOptions::defaults);
    }
}
