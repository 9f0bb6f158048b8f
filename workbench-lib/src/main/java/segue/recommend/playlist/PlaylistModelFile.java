package segue.recommend.playlist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.files.FieldInput;
import segue.files.FileKind;

/** The fields of a saved model: how many songs, a checksum of their ids, and of each part its kind, its weight, its own fields. */
final class PlaylistModelFile {
    static final FileKind KIND = new FileKind("SeguePls", 2, "a model of playlists");

    private PlaylistModelFile() {}

    static void write(Path file, Catalog songs, List<Part> parts, double... weights) throws IOException {
        KIND.write(file, out -> {
            out.writeInt(songs.size());
            out.writeLong(checksum(songs));
            out.writeInt(parts.size());
            for (int i = 0; i < weights.length; i++) {
                out.text(parts.get(i).kind().name());
                out.writeDouble(weights[i]);
                parts.get(i).write(out);
            }
        });
    }

    static PlaylistModel read(Path file, Catalog songs) throws IOException {
        return KIND.read(file, in -> {
            if (in.readInt() != songs.size() || in.readLong() != checksum(songs)) {
                throw new IOException("%s: learned over other songs than %s: open it with those, or learn it again"
                        .formatted(file, songs));
            }
            List<Part> parts = new ArrayList<>();
            double[] weights = new double[Math.min(in.count(), PartKind.values().length)];
            for (int i = 0; i < weights.length; i++) {
                PartKind kind = PartKind.valueOf(in.text());
                weights[i] = in.readDouble();
                parts.add(part(in, kind, songs.size()));
            }
            return new PlaylistModel(songs, parts, weights);
        });
    }

    private static Part part(FieldInput in, PartKind kind, int songs) throws IOException {
        Part part = switch (kind) {
            case ARTISTS -> ArtistPart.read(in);
            case COMPANIONS -> CompanionPart.read(in);
            case FACTORS -> FactorPart.read(in);
            case TAGS -> TagPart.read(in);
            case WORDS -> WordPart.read(in);
            case SOUND -> SoundPart.read(in);
            case DATE, POPULARITY -> HistogramPart.read(in, kind);
        };
        int rows = switch (part) {
            case ArtistPart of -> of.artists().ofSongs().rows();
            case CompanionPart of -> of.artists().ofSongs().rows();
            case FactorPart of -> of.factors().songs();
            case TagPart of -> of.ofSongs().rows();
            case WordPart of -> of.ofSongs().rows();
            case SoundPart of -> of.unusual().length;
            case HistogramPart of -> of.bins().length;
        };
        if (rows != songs) {
            throw new IllegalArgumentException("its " + kind.label() + " are of " + rows + " songs");
        }
        return part;
    }

    private static long checksum(Catalog songs) {
        CRC32 checksum = new CRC32();
        for (Track track : songs.tracks()) {
            checksum.update(track.id().getBytes(StandardCharsets.UTF_8));
            checksum.update(0);
        }
        return checksum.getValue();
    }
}
