package segue.audio.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A melody in beats.
 *
 * @param notes in the order of time, rests left out
 * @param beats length of all of it
 */
record Tune(List<Note> notes, double beats) {
    private static final String LETTERS = "C D EF G A B";

    /** A note from one beat on, so many beats long. */
    record Note(double beat, double length, double frequencyHz) {}

    /** Reads {@code "D4 1 F#4 0.5 - 2"}: name with octave, or {@code -} for a rest, and length in beats. */
    static Tune of(String text) {
        String[] words = text.split(" ");
        List<Note> notes = new ArrayList<>();
        double beat = 0;
        for (int i = 0; i < words.length; i += 2) {
            double length = Double.parseDouble(words[i + 1]);
            if (!words[i].equals("-")) {
                notes.add(new Note(beat, length, frequencyHz(words[i])));
            }
            beat += length;
        }
        return new Tune(notes, beat);
    }

    /** {@code A4} is 440 Hz, twelve equal steps an octave. */
    static double frequencyHz(String name) {
        int octave = name.charAt(name.length() - 1) - '0';
        int step = LETTERS.indexOf(name.charAt(0)) + (name.contains("#") ? 1 : 0);
        return 440 * StrictMath.pow(2, octave - 4 + (step - 9) / 12.0);
    }
}
