package segue.chart.opinion;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.IChart;
import segue.chart.FittedText;
import segue.chart.Palette;
import segue.feedback.Count;

/**
 * Words as large as they are frequent. The same counts give the same picture, in whatever order they come; immutable.
 *
 * <p>Labels that come twice are one word. A label of more than {@value #LONGEST} characters is shown by its beginning.
 */
public final class WordCloud implements IChart {
    /** Characters of a word that are shown. */
    public static final int LONGEST = 28;

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final int TOP = 40;
    private static final int SIDE = 12;
    private static final int CAPTION = 22;
    private static final int NAMED = 10;
    /** Dark enough to read at any size. */
    private static final int[] INKS = {0, 2, 5, 7, 8};

    private final String title;
    private final String sentence;
    private final CloudOptions options;
    private final List<PlacedWord> words;
    private final List<Count> leftOut;

    private WordCloud(
            String title, String sentence, CloudOptions options, List<PlacedWord> words, List<Count> leftOut) {
        this.title = title;
        this.sentence = sentence;
        this.options = options;
        this.words = words;
        this.leftOut = leftOut;
    }

    /**
     * @param counts words with how often each was met; those that were not, and blank ones, are not words
     * @param whenEmpty the sentence that is shown where there is no word
     */
    public static WordCloud of(String title, List<Count> counts, String whenEmpty, CloudOptions options) {
        List<Count> sorted = sorted(counts);
        List<CloudLayout.Word> shown = sorted.stream()
                .limit(options.most())
                .map(count -> {
                    String word = shortened(count.label());
                    return new CloudLayout.Word(count, word, WordSize.of(word));
                })
                .toList();
        Rectangle2D area =
                new Rectangle2D.Double(SIDE, TOP, options.width() - 2.0 * SIDE, options.height() - TOP - CAPTION - 4.0);
        List<PlacedWord> words = List.copyOf(new CloudLayout(shown, area, options).place());
        Set<String> placed = words.stream().map(PlacedWord::label).collect(Collectors.toCollection(HashSet::new));
        List<Count> leftOut =
                sorted.stream().filter(count -> !placed.contains(count.label())).toList();
        return new WordCloud(title, whenEmpty, options, words, leftOut);
    }

    private static List<Count> sorted(List<Count> counts) {
        return counts.stream()
                .map(count -> new Count(clean(count.label()), count.times()))
                .filter(count -> count.times() > 0 && !count.label().isEmpty())
                .collect(Collectors.groupingBy(Count::label, Collectors.summingInt(Count::times)))
                .entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Count::times).reversed().thenComparing(Count::label))
                .toList();
    }

    /** Without what XML cannot say and letters cannot show: controls, halves of characters, directions. */
    private static String clean(String label) {
        return label.replaceAll("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String shortened(String word) {
        if (word.codePointCount(0, word.length()) <= LONGEST) {
            return word;
        }
        return word.substring(0, word.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }

    /** The words of the picture, the most frequent first. */
    public List<PlacedWord> words() {
        return words;
    }

    /** Words that found no place, or were too many; the picture tells how many. */
    public List<Count> leftOut() {
        return leftOut;
    }

    /** What is shown, in a sentence or two. */
    public String description() {
        if (words.isEmpty()) {
            return sentence;
        }
        String most = words.stream()
                .limit(NAMED)
                .map(word -> "%s (%,d)".formatted(word.label(), word.times()))
                .collect(Collectors.joining(", "));
        String shown = words.size() <= NAMED ? most : "%d words, most of all %s".formatted(words.size(), most);
        return leftOut.isEmpty() ? shown + "." : "%s; %,d rarer not shown.".formatted(shown, leftOut.size());
    }

    /** For a page: its words are text, each tells its count. See {@link segue.chart.InlineSvg} for the colours. */
    public String inlineSvg(String name) {
        return CloudSvg.of(this, name);
    }

    String caption() {
        return leftOut.isEmpty()
                ? ""
                : "and %,d %s".formatted(leftOut.size(), leftOut.size() == 1 ? "rarer word" : "rarer words");
    }

    String sentence() {
        return sentence;
    }

    /** Which of {@link Palette#series} a word has: always the same one, whatever the others are. */
    static int ink(PlacedWord word) {
        return INKS[Math.floorMod(word.label().hashCode() * 0x9e3779b9 >>> 8, INKS.length)];
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        AffineTransform origin = graphics.getTransform();
        graphics.scale((double) width / getWidth(), (double) height / getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, getWidth(), getHeight());
        graphics.setColor(Palette.INK);
        centred(graphics, title, TITLE, TOP - 16);
        graphics.setColor(Palette.QUIET);
        if (words.isEmpty()) {
            centred(graphics, sentence, TEXT, getHeight() / 2);
        }
        if (!leftOut.isEmpty()) {
            centred(graphics, caption(), TEXT, getHeight() - SIDE);
        }
        for (PlacedWord word : words) {
            graphics.setColor(Palette.series()[ink(word)]);
            TextLayout layout =
                    new TextLayout(word.shown(), WordSize.font(word.size()), graphics.getFontRenderContext());
            layout.draw(graphics, (float) (word.x() - layout.getAdvance() / 2), (float) word.baseline());
        }
        graphics.setTransform(origin);
    }

    private void centred(Graphics2D graphics, String text, Font font, int baseline) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        String shown = FittedText.of(text, getWidth() - 2 * SIDE, metrics);
        graphics.setFont(font);
        graphics.drawString(shown, (getWidth() - metrics.stringWidth(shown)) / 2, baseline);
    }

    @Override
    public int getWidth() {
        return options.width();
    }

    @Override
    public int getHeight() {
        return options.height();
    }

    @Override
    public String getTitle() {
        return title;
    }
}
