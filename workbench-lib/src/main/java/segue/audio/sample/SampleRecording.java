package segue.audio.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import segue.audio.signal.Signal;
import segue.files.WholeFile;

/**
 * Eight short recordings that Segue plays itself, so that there is something to listen to and to test with whose truth is
 * known: notes, tempo, key, where it is silent. Each is FLAC, 22,050 Hz, one channel, 16 bit; some 0.5 MB in all.
 */
public enum SampleRecording {
    /** {@link #LARK_REED}'s melody on a string, quick and even: D major, 160 beats a minute. */
    LARK_PLUCKED("Lark, plucked", 8) {
        @Override
        Take take() {
            return new Take(6.6, 1).play(LARK, Timbre.PLUCKED, 1, steady(0.1, 160));
        }
    },
    /** Kick, snare and hat, 120 beats a minute, and nothing else. */
    DRUMS("Drums", 7) {
        @Override
        Take take() {
            return drums(new Take(5, 4), 10, 0.5);
        }
    },
    /** The same melody as {@link #LARK_PLUCKED}, blown, about 120 beats a minute, now held back, now hurried. */
    LARK_REED("Lark, reed", 9) {
        @Override
        Take take() {
            DoubleUnaryOperator even = steady(0.3, 120);
            return new Take(8.6, 2)
                    .play(
                            LARK,
                            Timbre.REED,
                            1,
                            beat -> even.applyAsDouble(beat) + 0.35 * StrictMath.sin(2 * Math.PI * beat / 12));
        }
    },
    /** The rhythm, tempo and string of {@link #LARK_PLUCKED}, other notes: A minor. */
    FINCH_PLUCKED("Finch, plucked", 8) {
        @Override
        Take take() {
            return new Take(6.6, 3).play(FINCH, Timbre.PLUCKED, 1, steady(0.1, 160));
        }
    },
    /** Drums, bass and held chords, 100 beats a minute: C, A minor, F, G. */
    BAND("Band", 9) {
        @Override
        Take take() {
            DoubleUnaryOperator time = steady(0, 100);
            Take take = new Take(7.2, 5).play(BASS, Timbre.BASS, 0.9, time);
            for (Tune part : CHORDS) {
                take.play(part, Timbre.PAD, 0.35, time);
            }
            return drums(take, 12, 0.6);
        }
    },
    /** Noise that swells and falls every three seconds. */
    RAIN("Rain", 8) {
        @Override
        Take take() {
            return new Take(6, 6).rain(3);
        }
    },
    /** Three strokes between a second of silence before and one and a half after. */
    BELLS("Bells", 10) {
        @Override
        Take take() {
            return new Take(6.5, 7).play(STROKES, Timbre.BELL, 1, steady(1, 75));
        }
    },
    /** One sine from 110 to 7,040 Hz, six octaves in six seconds. */
    GLIDE("Glide", 10) {
        @Override
        Take take() {
            return new Take(6.4, 8).glide(0.2, 6, 110, 7_040);
        }
    };

    private static final String RESOURCES = "/segue/sample/audio/";
    private static final Tune LARK = Tune.of("D4 1 F#4 1 A4 1 B4 0.5 A4 0.5 G4 1 F#4 1 E4 2 "
            + "F#4 1 A4 1 D5 1 C#5 0.5 B4 0.5 A4 1 F#4 0.5 E4 0.5 D4 2");
    private static final Tune FINCH = Tune.of(
            "A4 1 E4 1 C5 1 B4 0.5 A4 0.5 G#4 1 E4 1 F4 2 " + "D4 1 F4 1 A4 1 B4 0.5 C5 0.5 B4 1 G#4 0.5 E4 0.5 A4 2");
    private static final Tune BASS =
            Tune.of("C2 1 C2 0.5 G2 1.5 A2 1 A2 0.5 E2 1.5 F2 1 F2 0.5 C2 1.5 G2 1 G2 0.5 D2 0.5 G2 1");
    private static final List<Tune> CHORDS =
            List.of(Tune.of("C4 3 C4 3 C4 3 B3 3"), Tune.of("E4 3 E4 3 F4 3 D4 3"), Tune.of("G4 3 A4 3 A4 3 G4 3"));
    private static final Tune STROKES = Tune.of("E6 1.5 B5 1.5 G5 2");

    private final String title;
    private final int bits;

    SampleRecording(String title, int bits) {
        this.title = title;
        this.bits = bits;
    }

    abstract Take take();

    int bits() {
        return bits;
    }

    /** Writes all of them into the folder named, {@code data/sample/audio} from the project's folder. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("name the folder to write to, data/sample/audio");
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (SampleRecording recording : values()) {
            byte[] bytes = recording.play();
            WholeFile.write(folder.resolve(recording.fileName()), part -> Files.write(part, bytes));
        }
    }

    /** A folder that holds all of them, in the order of this enum by {@link #fileName()}; it goes with the program. */
    public static Path folder() {
        return Unpacked.FOLDER;
    }

    /** Its file in {@link #folder()}. */
    public Path file() {
        return folder().resolve(fileName());
    }

    /** Its samples. */
    public Signal read() {
        return Signal.read(file(), Take.RATE_HZ);
    }

    /** {@code lark-plucked.flac}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".flac";
    }

    public String title() {
        return title;
    }

    /** Plays it again: the bytes of its file. */
    byte[] play() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("TITLE", title);
        tags.put("ARTIST", "Segue");
        tags.put("ALBUM", "Sample recordings");
        tags.put("DATE", "2026");
        tags.put("COMMENT", "invented; Apache-2.0");
        return FlacFile.of(take().samples(bits), Take.RATE_HZ, tags);
    }

    /** The committed bytes, from the library's jar. */
    byte[] committed() throws IOException {
        try (InputStream in = SampleRecording.class.getResourceAsStream(RESOURCES + fileName())) {
            if (in == null) {
                throw new IllegalStateException(
                        "the library's jar lacks its sample, segue/sample/audio/" + fileName() + ": build it again");
            }
            return in.readAllBytes();
        }
    }

    private static DoubleUnaryOperator steady(double start, double beatsPerMinute) {
        return beat -> start + beat * 60 / beatsPerMinute;
    }

    private static Take drums(Take take, int beats, double secondsPerBeat) {
        for (int beat = 0; beat < beats; beat++) {
            double start = beat * secondsPerBeat;
            take.hat(start).hat(start + secondsPerBeat / 2);
            if (beat % 2 == 0) {
                take.kick(start);
            } else {
                take.snare(start);
            }
        }
        return take;
    }

    /** Decoders want files. */
    private static final class Unpacked {
        static final Path FOLDER = unpack();

        private static Path unpack() {
            try {
                Path folder = Files.createTempDirectory("segue-sample-audio-");
                folder.toFile().deleteOnExit();
                for (SampleRecording recording : values()) {
                    Path file = Files.write(folder.resolve(recording.fileName()), recording.committed());
                    file.toFile().deleteOnExit();
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException("the sample recordings could not be unpacked: " + e.getMessage(), e);
            }
        }
    }
}
