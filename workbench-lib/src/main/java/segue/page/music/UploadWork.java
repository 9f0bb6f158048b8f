package segue.page.music;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import segue.audio.Descriptors;
import segue.audio.FrameFeatures;
import segue.audio.decode.AudioException;
import segue.audio.decode.AudioStream;
import segue.audio.decode.Tags;
import segue.audio.signal.Signal;
import segue.catalog.NameList;
import segue.catalog.RecordingFeatures;
import segue.catalog.Track;
import segue.neighbors.Metric;
import segue.recommend.Outsiders;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;

/**
 * Listens to a recording that somebody sent, measures it as {@code ./segue features} does, and finds what is like it. It is decoded
 * first with nothing kept, so that what is too long, silent or broken costs no more than that: a megabyte can hold hours. No more
 * than the file itself is ever opened, whatever is in it: formats that name other files are not read at all.
 */
final class UploadWork {
    static final int MOST_MINUTES = 15;
    static final int N = 10;

    private static final double SHORTEST_SECONDS = 1;
    /** -80 dB of full scale, as the RMS of a frame: as a scan of a folder takes it. */
    private static final double SILENT_BELOW = 1e-4;

    private static final int FRAME = 2_048;
    private static final double SHARE_OF_LISTENING = 0.4;
    private static final Duration MOST_LISTENING = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 200;

    private final Recommender recommender;
    private final AtomicReference<Outsiders> outsiders = new AtomicReference<>();

    /** @param recommender of recordings */
    UploadWork(Recommender recommender) {
        this.recommender = recommender;
    }

    /**
     * Does all of it; several threads may at once.
     *
     * @param file is only read
     * @param name that whoever sent it gave it; may be empty
     * @param progress is told the share that is done, 0 to 1
     * @throws UploadFailure if it is nothing that can be compared
     * @throws java.util.concurrent.CancellationException if this thread was interrupted
     */
    UploadAnswer answer(Path file, String name, DoubleConsumer progress) throws UploadFailure {
        long started = System.nanoTime();
        try {
            double seconds = listen(file, share -> progress.accept(SHARE_OF_LISTENING * share));
            AtomicReference<String> warning = new AtomicReference<>();
            Descriptors descriptors = Descriptors.of(FrameFeatures.of(file, warning::set));
            progress.accept(0.95);
            Track song = song(file, name, seconds, descriptors);
            List<Recommendation> found = outsiders().near(song, N, Metric.EUCLIDEAN);
            long micros = (System.nanoTime() - started) / 1_000;
            return UploadAnswer.of(song, found, Metric.EUCLIDEAN, N, micros, warning.get());
        } catch (AudioException unusable) {
            throw new UploadFailure("not_audio", "This file %s.".formatted(unusable.reason()));
        }
    }

    /** How long it is, in seconds, which only decoding tells for sure. */
    private static double listen(Path file, DoubleConsumer progress) throws UploadFailure {
        int rateHz = Signal.DEFAULT_RATE_HZ;
        long most = MOST_MINUTES * 60L * rateHz;
        long deadline = System.nanoTime() + MOST_LISTENING.toNanos();
        double loudest = 0;
        long samples = 0;
        try (AudioStream stream = AudioStream.open(file, rateHz)) {
            double expected = Math.clamp(stream.declaredSeconds().orElse(MOST_MINUTES * 60) * rateHz, 1, most);
            float[] block = new float[16 * FRAME];
            for (int count = stream.read(block, 0, block.length);
                    count > 0;
                    count = stream.read(block, 0, block.length)) {
                samples += count;
                if (samples > most) {
                    throw new UploadFailure(
                            "too_long",
                            "This recording is longer than %d minutes: send a part of it.".formatted(MOST_MINUTES));
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new UploadFailure(
                            "too_long", "Decoding this takes too long: send a part of it, or as another format.");
                }
                loudest = Math.max(loudest, loudest(block, count));
                progress.accept(Math.min(1, samples / expected));
            }
        }
        double seconds = (double) samples / rateHz;
        if (seconds < SHORTEST_SECONDS) {
            throw new UploadFailure("too_short", "This recording is shorter than a second: send a longer one.");
        }
        if (loudest < SILENT_BELOW) {
            throw new UploadFailure("silent", "There is nothing to hear in this recording: send one with sound.");
        }
        return seconds;
    }

    private static double loudest(float[] block, int count) {
        double loudest = 0;
        for (int from = 0; from < count; from += FRAME) {
            double squares = 0;
            int to = Math.min(from + FRAME, count);
            for (int i = from; i < to; i++) {
                squares += (double) block[i] * block[i];
            }
            loudest = Math.max(loudest, Math.sqrt(squares / (to - from)));
        }
        return loudest;
    }

    private Track song(Path file, String name, double seconds, Descriptors descriptors) throws UploadFailure {
        Tags tags = Tags.read(file);
        RecordingFeatures features;
        try {
            features = RecordingFeatures.of(recommender.catalog().space(), descriptors);
        } catch (IllegalArgumentException unmeasured) {
            throw new UploadFailure(
                    "not_measured", "This recording cannot be compared: %s.".formatted(unmeasured.getMessage()));
        }
        return new Track(
                "uploaded",
                line(tags.title())
                        .or(() -> line(Optional.of(withoutEnding(name))))
                        .orElse("Your recording"),
                line(tags.artist().or(tags::albumArtist)).map(NameList::parse).orElse(List.of()),
                features,
                tags.year(),
                Optional.empty(),
                OptionalInt.of((int) Math.round(seconds * 1_000)),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                line(tags.genre()).map(NameList::parse).orElse(List.of()),
                Optional.empty());
    }

    private static Optional<String> line(Optional<String> tag) {
        return tag.map(text -> text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_NAME)))
                .filter(text -> !text.isEmpty());
    }

    private static String withoutEnding(String name) {
        return name.replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,5}$", "");
    }

    /** Learned at the first upload. */
    private Outsiders outsiders() {
        return outsiders.updateAndGet(known -> known == null ? Outsiders.of(recommender) : known);
    }
}
