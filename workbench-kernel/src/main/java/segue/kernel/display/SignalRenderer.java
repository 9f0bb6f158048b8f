package segue.kernel.display;

import java.util.Locale;
import segue.audio.signal.Signal;

/** Samples with a player; where they are too long for a notebook, what there is to know about them. */
final class SignalRenderer implements Renderer<Signal> {
    @Override
    public Class<Signal> type() {
        return Signal.class;
    }

    @Override
    public MimeBundle render(Signal signal) {
        boolean playable = signal.length() > 0
                && signal.sampleRateHz() >= Audio.LOWEST_RATE_HZ
                && signal.sampleRateHz() <= Audio.HIGHEST_RATE_HZ;
        if (playable && WavBytes.size(new float[][] {signal.samples()}) <= EmbeddedFile.LARGEST) {
            return Audio.of(signal).bundle();
        }
        return MimeBundle.text(String.format(
                Locale.ROOT,
                "Signal: %.1f s, %,d Hz%s",
                signal.seconds(),
                signal.sampleRateHz(),
                playable ? ", too long for a player in a notebook" : ""));
    }
}
