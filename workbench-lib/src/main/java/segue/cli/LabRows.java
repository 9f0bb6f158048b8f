package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import segue.catalog.Catalog;
import segue.lab.SongLike;
import segue.matrix.FloatMatrix;
import segue.matrix.Scaler;

/** The rows of the lab: a file's as they are; else the real songs, on one scale; else invented ones, since the sample is small. */
record LabRows(FloatMatrix matrix, String source) {
    static LabRows open(Path file) throws IOException {
        if (file != null) {
            return new LabRows(MatrixFile.read(file), file.toString());
        }
        Optional<String> folder = new Settings().get("data").map(Settings.Setting::value);
        if (folder.isPresent()) {
            Catalog songs = Catalog.open(Path.of(folder.get()));
            FloatMatrix features = songs.features();
            return new LabRows(Scaler.standard(features).transform(features), songs.source() + ", standardised");
        }
        return new LabRows(SongLike.vectors(SongLike.SONGS, SongLike.FEATURES), SongLike.description());
    }
}
