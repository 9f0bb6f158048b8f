/**
 * Sound by time and frequency, and what is measured on it; names, defaults and definitions are librosa's.
 *
 * <pre>{@code
 * Signal signal = Signal.read(Path.of("song.mp3"));                       // one channel at 22,050 Hz
 * Spectrogram spectrogram = Stft.power(signal, StftOptions.defaults());   // (frames, 1025), one frame every 512 samples
 * FloatMatrix mel = MelFilterBank.of(22_050, 2_048, MelOptions.defaults()).apply(spectrogram);
 * FloatMatrix levels = Decibels.ofPowerBelowMaximum(mel);                 // 0 to -80 dB, ready to be drawn
 * FloatMatrix mfcc = Mfcc.ofMel(mel);                                     // (frames, 20)
 * FloatMatrix moves = Delta.first(mfcc);
 * float[] centroid = SpectralShape.centroid(spectrogram);                 // Hz by frame
 * FloatMatrix contrast = SpectralContrast.of(spectrogram);                // (frames, 7), dB
 * float[] rms = FrameLevel.rms(signal);
 * }</pre>
 *
 * <p>Matrices have a row a frame. Every feature is a function of a spectrogram or a signal, so that one transform serves
 * them all; {@link segue.audio.FrameFeatures} measures all of them on sixteen spectra at a time. Transforms are made in double
 * precision and rounded to single, as librosa's are, because what is quiet in a loud frame drowns in the rounding of single
 * precision.
 *
 * <p>Cost of 30 seconds on one core with vectors of 512 bits: 3 ms the spectra of sixteen frames at a time, 7 ms a
 * spectrogram, which takes 5.3 MB; 1 ms or less each other feature in {@code FrameFeatures}; MFCC alone 4 ms in all.
 */
package segue.audio.spectrum;
