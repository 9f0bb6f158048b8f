package segue.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import segue.audio.sample.SampleRecording;
import segue.audio.scan.FolderScan;
import segue.audio.scan.ScanOptions;
import segue.catalog.Catalog;

/** A folder with the recordings that Segue plays itself, and the catalogue that a scan makes of it. */
final class PlayedSongs {
    private PlayedSongs() {}

    /** Copies them to {@code music/} of a folder; ids are their whole paths. */
    static Catalog in(Path folder) throws IOException {
        Path music = Files.createDirectories(music(folder));
        for (SampleRecording recording : SampleRecording.values()) {
            Files.copy(recording.file(), music.resolve(recording.fileName()));
        }
        Path table = folder.resolve("features.csv");
        FolderScan.of(music, ScanOptions.to(table)).run();
        return Catalog.load(table);
    }

    static Path music(Path folder) {
        return folder.resolve("music");
    }

    static Path file(Path folder, SampleRecording recording) {
        return music(folder).resolve(recording.fileName());
    }

    static String id(Path folder, SampleRecording recording) {
        return file(folder, recording).toString();
    }
}
