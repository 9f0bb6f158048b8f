/**
 * What music is made of: pitch classes, tuning, key; onsets, tempo, beats. All of it from spectrograms, with the definitions
 * and defaults of librosa 0.11 where it has them.
 *
 * {@snippet :
 * Spectrogram spectrogram = Stft.power(Signal.read(Path.of("song.mp3")), StftOptions.defaults());
 * FloatMatrix chroma = Chroma.of(spectrogram);             // (frames, 12), C first, tuning found by itself
 * Key key = Key.of(chroma);                                // A minor
 * OnsetStrength onsets = OnsetStrength.of(melPower, 22_050, StftOptions.defaults());
 * double bpm = Tempo.bpm(onsets);                          // 129.2
 * double[] beats = Beats.of(onsets).seconds();             // 0.46, 0.93, 1.39 ...
 * }
 *
 * <p>A long recording goes block by block: {@link segue.audio.music.Tuning#add} gathers for the tuning,
 * {@link segue.audio.music.OnsetGathering} for the onsets, and {@link segue.audio.music.Chroma} needs no neighbouring frames
 * once the tuning is known.
 */
package segue.audio.music;
