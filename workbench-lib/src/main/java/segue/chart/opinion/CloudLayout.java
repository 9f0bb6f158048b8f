package segue.chart.opinion;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import segue.feedback.Count;

/**
 * Finds places for words: the most frequent in the middle, each further one at the first free place on a spiral around it, as
 * wide as the picture is (after Viégas, Wattenberg and Feinberg, Participatory visualization with Wordle, IEEE TVCG 15, 2009;
 * boxes around the letters, all words level). The letters' size grows with the square root of the count, so that areas compare
 * like counts, and is as large as lets every word find a place.
 */
final class CloudLayout {
    private static final double LARGEST = 0.22;
    private static final double WIDEST = 0.92;
    private static final double FILLED = 0.85;
    private static final double SMALLER = 0.94;
    private static final double STEP = 3;
    private static final double GAP = 2;

    private final List<Word> words;
    private final Rectangle2D area;
    private final CloudOptions options;

    /** A word to be placed. */
    record Word(Count count, String shown, WordSize size) {}

    CloudLayout(List<Word> words, Rectangle2D area, CloudOptions options) {
        this.words = words;
        this.area = area;
        this.options = options;
    }

    /** The most frequent first; those that find no place even in the smallest letters are left out. */
    List<PlacedWord> place() {
        if (words.isEmpty()) {
            return List.of();
        }
        double root = Math.sqrt(words.getFirst().count().times());
        double largest = Math.min(area.getHeight() * LARGEST, largestByArea(root));
        while (largest > options.smallest()) {
            Optional<List<PlacedWord>> all = placed(largest / root, false);
            if (all.isPresent()) {
                return all.get();
            }
            largest *= SMALLER;
        }
        return placed(options.smallest() / root, true).orElseThrow();
    }

    /** Beyond this the boxes alone are larger than the picture. */
    private double largestByArea(double root) {
        double used = words.stream()
                .mapToDouble(word -> word.count().times()
                        * word.size().width()
                        * (word.size().ascent() + word.size().descent()))
                .sum();
        return root * Math.sqrt(FILLED * area.getWidth() * area.getHeight() / used);
    }

    /** @return empty if a word found no place and none may be left out */
    private Optional<List<PlacedWord>> placed(double pixelsOfRoot, boolean mayLeaveOut) {
        SplittableRandom random = new SplittableRandom(options.seed());
        List<PlacedWord> placed = new ArrayList<>();
        for (Word word : words) {
            double wanted = Math.max(
                    options.smallest(), pixelsOfRoot * Math.sqrt(word.count().times()));
            double size =
                    Math.min(wanted, area.getWidth() * WIDEST / word.size().width());
            double start = random.nextDouble() * 2 * Math.PI;
            Optional<PlacedWord> found = find(word, size, start, random.nextBoolean() ? 1 : -1, placed);
            if (found.isPresent()) {
                placed.add(found.get());
            } else if (!mayLeaveOut) {
                return Optional.empty();
            }
        }
        return Optional.of(placed);
    }

    private Optional<PlacedWord> find(Word word, double size, double start, int turn, List<PlacedWord> placed) {
        double aspect = area.getWidth() / area.getHeight();
        double rise = (word.size().ascent() - word.size().descent()) / 2 * size;
        double farthest = Math.hypot(area.getHeight(), area.getHeight()) / 2;
        double angle = 0;
        int blocking = 0;
        for (double radius = 0; radius <= farthest; radius = STEP * angle / (2 * Math.PI)) {
            double at = start + turn * angle;
            PlacedWord here = new PlacedWord(
                    word.count().label(),
                    word.count().times(),
                    word.shown(),
                    size,
                    area.getCenterX() + aspect * radius * Math.cos(at),
                    area.getCenterY() + radius * Math.sin(at) + rise,
                    size * word.size().width(),
                    size * word.size().ascent(),
                    size * word.size().descent());
            if (isInside(here)) {
                blocking = blocking(here, placed, blocking);
                if (blocking == placed.size()) {
                    return Optional.of(here);
                }
            }
            angle += STEP / Math.max(STEP, radius);
        }
        return Optional.empty();
    }

    private boolean isInside(PlacedWord word) {
        return word.left() >= area.getMinX()
                && word.right() <= area.getMaxX()
                && word.top() >= area.getMinY()
                && word.bottom() <= area.getMaxY();
    }

    /** Which word is in the way, asking the one first that was before; their number where none is. */
    private static int blocking(PlacedWord here, List<PlacedWord> placed, int before) {
        if (before < placed.size() && here.isNear(placed.get(before), GAP)) {
            return before;
        }
        for (int i = 0; i < placed.size(); i++) {
            if (here.isNear(placed.get(i), GAP)) {
                return i;
            }
        }
        return placed.size();
    }
}
