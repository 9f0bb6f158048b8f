package segue.audio.decode;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import segue.audio.resample.Resampler;

/**
 * A recording that is decoded as it is read: one channel, the mean of all, at the rate that was asked for. What a file is
 * is told from its content, not from its name. The first sound of a file is read; pictures in it are not.
 *
 * <p>Whoever opens one closes it: its memory outside the heap is freed then. Not for several threads at once.
 */
public final class AudioStream implements AutoCloseable {
    /** What is beyond it, or no number, is read as 0 with a {@link #warning}: no sound, and its powers overflow. */
    public static final float LARGEST_SAMPLE = 1e12f;

    /** So many samples are made ready at a time where the rate changes. */
    private static final int READY = 4_096;
    /** A file may claim any length: more than this is not reserved before it is there. */
    private static final int MAX_RESERVED = 1 << 22;

    private static final int MIN_RATE_HZ = 1_000;
    private static final int MAX_RATE_HZ = 10_000_000;

    private final Path file;
    private final int sampleRateHz;
    private final Decoder decoder;
    private final ChannelMean mean = new ChannelMean();
    private final OptionalDouble declaredSeconds;
    private final int channels;
    /** The next frame, where it is decoded already. */
    private AVFrame waiting;

    private int sourceRateHz;
    /** From the rate of what is decoded now; null where it is the right one. */
    private Resampler resampler;
    /** Samples of {@link #mean} that were not handed on yet, where there is no resampler. */
    private int from;

    private int to;
    private double decodedSeconds;
    private long samplesRead;
    private boolean ended;
    private Optional<String> warning = Optional.empty();
    private boolean closed;

    /**
     * Opens a file and decodes its beginning.
     *
     * @param sampleRateHz of what is read, whatever the file has
     * @throws AudioException saying why it cannot be read
     * @throws IllegalArgumentException if the rate is not in [1,000, 10,000,000] Hz
     * @throws UnsupportedOperationException where nothing can be decoded, see {@link AudioSupport}
     */
    public static AudioStream open(Path file, int sampleRateHz) {
        if (sampleRateHz < MIN_RATE_HZ || sampleRateHz > MAX_RATE_HZ) {
            throw new IllegalArgumentException(
                    "the sample rate must be in [1,000, 10,000,000] Hz but was %,d".formatted(sampleRateHz));
        }
        AudioSupport.require();
        RecordingFile.require(file);
        Decoder decoder = Decoder.open(file);
        boolean opened = false;
        try {
            AudioStream stream = new AudioStream(file, sampleRateHz, decoder);
            opened = true;
            return stream;
        } finally {
            if (!opened) {
                decoder.close();
            }
        }
    }

    private AudioStream(Path file, int sampleRateHz, Decoder decoder) {
        this.file = file;
        this.sampleRateHz = sampleRateHz;
        this.decoder = decoder;
        this.declaredSeconds = decoder.demuxer().declaredSeconds();
        this.waiting = decoder.next();
        if (waiting == null) {
            throw new AudioException(file, RecordingFile.reasonForSilence(file, decoder.damagedPackets()));
        }
        this.channels = waiting.ch_layout().nb_channels();
        begin(waiting.sample_rate());
    }

    /** Of what is read. */
    public int sampleRateHz() {
        return sampleRateHz;
    }

    /** Of the file where it is read now, in Hz: few files change it on the way. */
    public int sourceRateHz() {
        return sourceRateHz;
    }

    /** Of the file at its beginning. */
    public int channels() {
        return channels;
    }

    /** How long the file says that it is; empty where its kind does not say. */
    public OptionalDouble declaredSeconds() {
        return declaredSeconds;
    }

    /**
     * The next samples, as many as there is room for unless the sound ends.
     *
     * @return how many were put at {@code into[offset]} and after; fewer than {@code length} only at the end, then 0
     * @throws AudioException if what follows is protected, or its rate cannot be changed to the one asked for
     * @throws CancellationException if this thread was interrupted; it stays so
     */
    public int read(float[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (closed) {
            throw new IllegalStateException(file + " is closed");
        }
        int done = 0;
        while (done < length) {
            int count = resampler == null
                    ? handOn(into, offset + done, length - done)
                    : resampler.read(into, offset + done, length - done);
            done += count;
            if (count == 0 && !advance(length - done)) {
                break;
            }
        }
        samplesRead += done;
        return done;
    }

    /**
     * All samples that are left.
     *
     * @throws AudioException also if they are more than fit one array, over a day at usual rates
     */
    public float[] readAll() {
        double expected = declaredSeconds.orElse(0) * sampleRateHz - samplesRead;
        float[] all = new float[(int) Math.clamp(Math.ceil(expected) + 1, 1 << 14, MAX_RESERVED)];
        int count = 0;
        for (int more = read(all, 0, all.length); more > 0; more = read(all, count, all.length - count)) {
            count += more;
            if (count == all.length) {
                all = Arrays.copyOf(all, longer(count));
            }
        }
        return count == all.length ? all : Arrays.copyOf(all, count);
    }

    private int longer(int length) {
        if (length >= Integer.MAX_VALUE - 8) {
            throw new AudioException(
                    file,
                    "is too long to be read at once, over %.0f hours: read it in blocks"
                            .formatted((double) length / sampleRateHz / 3_600));
        }
        return (int) Math.min(2L * length, Integer.MAX_VALUE - 8);
    }

    /**
     * What is wrong with the file although it could be read, as {@code ends after 12.3 s of 30.0 s}; known once all of it
     * is read.
     */
    public Optional<String> warning() {
        return ended ? warning : Optional.empty();
    }

    /** Frees what is outside the heap. Once is enough. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            decoder.close();
        }
    }

    private int handOn(float[] into, int offset, int length) {
        int count = Math.min(length, to - from);
        System.arraycopy(mean.samples(), from, into, offset, count);
        from += count;
        return count;
    }

    /** Decodes enough to go on, once nothing is left to hand on; false at the end. */
    private boolean advance(int wanted) {
        do {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(String.format(
                        Locale.ROOT,
                        "decoding %s was interrupted after %.1f s",
                        file,
                        (double) samplesRead / sampleRateHz));
            }
            if (waiting == null) {
                waiting = decoder.next();
            }
            if (waiting == null || waiting.sample_rate() != sourceRateHz) {
                if (resampler != null && resampler.end()) {
                    return true;
                }
                if (waiting == null) {
                    end();
                    return false;
                }
                begin(waiting.sample_rate());
            }
            take(waiting);
            waiting = null;
        } while (resampler == null ? from == to : resampler.available() < Math.min(wanted, READY));
        return true;
    }

    private void end() {
        if (!ended) {
            ended = true;
            warning = new Shortfall(
                            decodedSeconds,
                            declaredSeconds,
                            sourceRateHz,
                            decoder.damagedPackets(),
                            decoder.lastIsDamaged(),
                            mean.notFinite())
                    .in(file);
        }
    }

    private void begin(int rateHz) {
        if (rateHz < MIN_RATE_HZ || rateHz > MAX_RATE_HZ) {
            throw new AudioException(
                    file, "is damaged: its sample rate must be in [1,000, 10,000,000] Hz but is %,d".formatted(rateHz));
        }
        sourceRateHz = rateHz;
        resampler = rateHz == sampleRateHz ? null : Resampler.of(rateHz, sampleRateHz);
    }

    private void take(AVFrame frame) {
        int length = mean.take(frame);
        decodedSeconds += (double) length / sourceRateHz;
        if (resampler == null) {
            from = 0;
            to = length;
        } else {
            resampler.write(mean.samples(), 0, length);
        }
    }
}
