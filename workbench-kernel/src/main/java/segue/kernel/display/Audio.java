package segue.kernel.display;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import segue.audio.signal.Signal;

/**
 * Sound with a player, for a cell to show: {@code Audio.of(Path.of("song.ogg"))}, or samples that were computed, {@code
 * Audio.of(samples, 22_050)}. It becomes a part of the notebook, at most 10 MB of it: 3 minutes of samples at 22,050 Hz.
 */
public final class Audio implements Displayable {
    static final int LOWEST_RATE_HZ = 3_000;
    static final int HIGHEST_RATE_HZ = 384_000;

    private final String name;
    private final byte[] bytes;
    private final AudioFacts facts;
    private final String note;

    private Audio(String name, byte[] bytes, AudioFacts facts, String note) {
        this.name = name;
        this.bytes = bytes;
        this.facts = facts;
        this.note = note;
    }

    /**
     * A recording as it is: WAV, MP3, Ogg, Opus, FLAC, M4A, AAC or WebM, by its first bytes.
     *
     * @throws IllegalArgumentException if there is no such file, it is too large for a notebook or no recording
     */
    public static Audio of(Path file) {
        byte[] bytes = EmbeddedFile.read(file, "a recording");
        return new Audio(file.getFileName().toString(), bytes, AudioFacts.of(bytes, file.toString()), "");
    }

    /** As {@link #of(Path)}. */
    public static Audio of(String file) {
        return of(Path.of(file));
    }

    /**
     * One channel. Samples beyond −1 to 1 are all made quieter together, so that the loudest is 1, and that is said.
     *
     * @param samples −1 to 1, finite
     * @param sampleRateHz 3,000 to 384,000, as browsers play
     */
    public static Audio of(float[] samples, int sampleRateHz) {
        return of(new float[][] {samples}, sampleRateHz);
    }

    /** A signal's samples, as {@link #of(float[], int)}. */
    public static Audio of(Signal signal) {
        return of(signal.samples(), signal.sampleRateHz());
    }

    /** As {@link #of(float[], int)}. */
    public static Audio of(double[] samples, int sampleRateHz) {
        float[] rounded = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            rounded[i] = (float) samples[i];
        }
        return of(rounded, sampleRateHz);
    }

    /**
     * One or more channels, otherwise as {@link #of(float[], int)}.
     *
     * @param channels shape {@code (channels, samples)}: left, right
     */
    public static Audio of(float[][] channels, int sampleRateHz) {
        if (channels.length < 1 || channels.length > 8) {
            throw new IllegalArgumentException(
                    "sound has 1 to 8 channels but got " + channels.length + "; the shape is (channels, samples)");
        }
        if (sampleRateHz < LOWEST_RATE_HZ || sampleRateHz > HIGHEST_RATE_HZ) {
            throw new IllegalArgumentException("the sample rate must be in [3000, 384000] Hz but was " + sampleRateHz);
        }
        EmbeddedFile.checkSize(WavBytes.size(channels), "this sound");
        float peak = WavBytes.peak(channels);
        String note = peak > 1 ? String.format(Locale.ROOT, "made quieter, since its peak was %.3g", peak) : "";
        byte[] bytes = WavBytes.of(channels, sampleRateHz, peak > 1 ? 1 / peak : 1);
        return new Audio("", bytes, AudioFacts.of(bytes, "this sound"), note);
    }

    @Override
    public MimeBundle bundle() {
        Map<String, String> data = new LinkedHashMap<>();
        String words = Grid.escape(words());
        data.put(
                "text/html",
                "<div><audio controls preload=\"metadata\" style=\"display:block;width:100%;max-width:30em\" aria-label=\""
                        + words + "\" src=\"data:" + facts.mimeType() + ";base64,"
                        + Base64.getEncoder().encodeToString(bytes)
                        + "\">This page cannot play sound.</audio><p style=\"opacity:.7;margin:.3em 0;font-size:85%\">"
                        + words + "</p></div>");
        data.put("text/plain", toString());
        return new MimeBundle(data, Map.of());
    }

    private String words() {
        List<String> words = new ArrayList<>();
        if (!name.isEmpty()) {
            words.add(name);
        }
        words.addAll(facts.words());
        if (!note.isEmpty()) {
            words.add(note);
        }
        return String.join(", ", words);
    }

    /** {@code "Audio: song.wav, 3.2 s, 22,050 Hz, mono"}. */
    @Override
    public String toString() {
        return "Audio: " + words();
    }
}
