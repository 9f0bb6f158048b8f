package segue.page.music;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import segue.audio.Recordings;
import segue.audio.decode.AudioException;
import segue.audio.decode.Tags;
import segue.audio.scan.AudioFiles;
import segue.catalog.Catalog;
import segue.catalog.playlists.ListedSong;
import segue.catalog.playlists.SongMatcher;
import segue.progress.Progress;

/**
 * Which song of a catalogue is which file of a folder. Recordings are told by their path: that of the file in the folder must be
 * the end of the catalogue's, or the other way round. Songs of a table are told by the tags of the file, artist and title, or by
 * its name, {@code Artist - Title.mp3} or {@code ID.mp3}.
 *
 * @param fileOfRow real paths, all inside the folder
 * @param files recordings in the folder
 * @param songFiles those of them that are songs of the catalogue
 * @param outside links that lead out of the folder; these are not played
 */
record MusicMatch(Map<Integer, Path> fileOfRow, int files, int songFiles, int outside) {
    /**
     * Looks through the folder and all folders in it: 0.2 to 0.5 ms a file where tags are read.
     *
     * @param root a real path
     * @throws CancellationException if this thread is interrupted
     */
    static MusicMatch of(Catalog catalog, Path root, Progress progress) throws IOException {
        List<Path> found = AudioFiles.under(List.of(root)).recordings();
        progress.outOf(found.size());
        Matching matching = new Matching(catalog, root);
        for (Path file : found) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("looking for songs was interrupted");
            }
            matching.take(file);
            progress.step();
        }
        return new MusicMatch(Map.copyOf(matching.files), found.size(), matching.songFiles, matching.outside);
    }

    /** {@code "412 of 500 files are songs of the catalogue"}. */
    @Override
    public String toString() {
        String text = "%,d of %,d files are songs of the catalogue".formatted(songFiles, files);
        return outside == 0 ? text : text + "; links out of the folder, which are not followed: %,d".formatted(outside);
    }

    private static final class Matching {
        private final Catalog catalog;
        private final Path root;
        private final SongMatcher matcher;
        private final Map<Integer, Path> files = new HashMap<>();
        private int songFiles;
        private int outside;

        Matching(Catalog catalog, Path root) {
            this.catalog = catalog;
            this.root = root;
            this.matcher = SongMatcher.of(catalog);
        }

        void take(Path file) throws IOException {
            Path real = file.toRealPath();
            if (!real.startsWith(root)) {
                outside++;
                return;
            }
            Optional<Integer> row = catalog.space().isMeasured() ? byPath(file) : byTags(file);
            row.ifPresent(found -> {
                songFiles++;
                // Of several files of one song the first is played; of recordings the one at the very path.
                if (file.toString().equals(catalog.track(found).id())) {
                    files.put(found, real);
                } else {
                    files.putIfAbsent(found, real);
                }
            });
        }

        private Optional<Integer> byPath(Path file) {
            ListedSong song = new ListedSong("", "", List.of(), file.toString(), "", "");
            return matcher.find(song).map(SongMatcher.Match::row).filter(row -> {
                Path inFolder = root.relativize(file);
                Path named = Path.of(catalog.track(row).id().replace('\\', '/')).normalize();
                return named.endsWith(inFolder) || file.endsWith(named);
            });
        }

        private Optional<Integer> byTags(Path file) {
            String name = Recordings.name(file);
            return matcher.find(song(file, name))
                    .or(() -> matcher.find(ofName(name)))
                    .map(SongMatcher.Match::row);
        }

        private static ListedSong song(Path file, String id) {
            try {
                Tags tags = Tags.read(file);
                List<String> artists =
                        tags.artist().or(tags::albumArtist).map(List::of).orElse(List.of());
                return new ListedSong(id, tags.title().orElse(""), artists, "", "", "");
            } catch (AudioException unreadable) {
                return new ListedSong(id, "", List.of(), "", "", "");
            }
        }

        private static ListedSong ofName(String name) {
            String[] parts = name.split("\\s+[-–—]\\s+", 2);
            return parts.length < 2
                    ? new ListedSong("", "", List.of(), "", "", "")
                    : new ListedSong("", parts[1], List.of(parts[0]), "", "", "");
        }
    }
}
