package segue.recommend;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Text as search words. Case, accents and punctuation are folded (Beyoncé → {@code beyonce}, Don't → {@code dont},
 * Motörhead → {@code motorhead}, P!nk → {@code pink}, Ke$ha → {@code kesha}, {@code &} → {@code and}, ß → {@code ss});
 * letters of other scripts stay what they are. Every Han, Hiragana or Katakana character is a word of its own, because
 * such text has no spaces; a Hangul syllable is spelt out in its letters, so that half a syllable completes.
 *
 * <p>Cost: one pass over the text, about a microsecond for a title.
 */
final class Words {
    /** Longer words are cut to this many characters. */
    static final int MAX_LENGTH = 32;

    private static final String APOSTROPHES = "'`\u2018\u2019\u02bc\u02b9\u2032\u2035";
    private static final int MAX_JOINED = 24;

    private final List<String> spoken = new ArrayList<>();
    private final Set<String> variants = new LinkedHashSet<>();
    private final StringBuilder part = new StringBuilder();
    private final StringBuilder piece = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private int runStart;
    private boolean ideographs;

    private Words(String text) {
        String plain = Normalizer.normalize(text.replace('\u00b4', '\''), Normalizer.Form.NFKD);
        int before = ' ';
        for (int i = 0, c; i < plain.length(); i += Character.charCount(c)) {
            c = plain.codePointAt(i);
            int next = i + Character.charCount(c);
            read(before, c, next < plain.length() ? plain.codePointAt(next) : ' ');
            before = c;
        }
        endRun();
    }

    static Words of(String text) {
        return new Words(text);
    }

    /** The words as people type them, in the order of the text; repeated where the text repeats them. */
    List<String> spoken() {
        return spoken;
    }

    /**
     * Every form under which the text should be found: the words themselves, what is left and right of an apostrophe
     * (O'Connor: {@code oconnor}, {@code o}, {@code connor}), what punctuation holds together (AC/DC: {@code ac},
     * {@code dc}, {@code acdc}), and {@code and} for {@code n} and the reverse.
     */
    Set<String> searchable() {
        Set<String> all = new LinkedHashSet<>(spoken);
        all.addAll(variants);
        if (all.contains("and") || all.contains("n")) {
            all.addAll(List.of("and", "n"));
        }
        return all;
    }

    private void read(int before, int c, int next) {
        if (Character.isLetterOrDigit(c)) {
            letter(c);
        } else if (c >= 0x300 && c <= 0x36f) {
            accent(c);
        } else if (isMark(c)) {
            if (!piece.isEmpty()) {
                append(c);
            }
        } else if (c == '!' && Character.isLetter(before) && Character.isLetter(next)) {
            append("i");
        } else if (c == '$' && (Character.isLetter(before) || Character.isLetter(next))) {
            append("s");
        } else if (APOSTROPHES.indexOf(c) >= 0) {
            endPart();
        } else if (c == '&' || c == '+' && isSpace(before) && isSpace(next)) {
            endRun();
            spoken.add("and");
        } else if (isSpace(c)) {
            endRun();
        } else {
            endPiece();
        }
    }

    private void letter(int c) {
        boolean ideograph = c >= 0x2e80 && isIdeograph(c);
        if (ideograph || !piece.isEmpty() && ideographs) {
            endPiece();
        }
        ideographs |= ideograph;
        int lower = Character.toLowerCase(c);
        switch (lower) {
            case 'ß' -> append("ss");
            case 'æ' -> append("ae");
            case 'œ' -> append("oe");
            case 'ø' -> append("o");
            case 'đ', 'ð' -> append("d");
            case 'þ' -> append("th");
            case 'ł' -> append("l");
            case 'ħ' -> append("h");
            case 'ı' -> append("i");
            case 'ς' -> append("σ");
            default -> append(lower);
        }
    }

    /** Accents go, save the breve of й, which is a letter of its own. */
    private void accent(int c) {
        for (StringBuilder open : List.of(part, piece, run)) {
            int last = open.length() - 1;
            if (c == 0x306 && last >= 0 && open.charAt(last) == 'и') {
                open.setCharAt(last, 'й');
            }
        }
    }

    private void append(int letter) {
        part.appendCodePoint(letter);
        piece.appendCodePoint(letter);
        run.appendCodePoint(letter);
    }

    private void append(String letters) {
        part.append(letters);
        piece.append(letters);
        run.append(letters);
    }

    private void endPart() {
        if (!part.isEmpty()) {
            variants.add(cut(part));
            part.setLength(0);
        }
    }

    private void endPiece() {
        endPart();
        if (!piece.isEmpty()) {
            spoken.add(cut(piece));
            piece.setLength(0);
        }
    }

    private void endRun() {
        endPiece();
        List<String> pieces = spoken.subList(runStart, spoken.size());
        if (pieces.size() > 1 && !ideographs && run.length() <= MAX_JOINED) {
            String joined = run.toString();
            variants.add(joined);
            if (pieces.stream().allMatch(letter -> letter.length() == 1)) {
                variants.addAll(pieces);
                pieces.clear();
                spoken.add(joined); // R.E.M. is said as one word
            }
        }
        run.setLength(0);
        ideographs = false;
        runStart = spoken.size();
    }

    private static String cut(StringBuilder word) {
        return word.substring(0, Math.min(word.length(), MAX_LENGTH));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isIdeograph(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
