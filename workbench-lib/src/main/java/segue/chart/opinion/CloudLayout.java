package segue.chart.opinion;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import segue.feedback.Count;

/**
 * Finds places for words: the most frequent in the middle, each further one at the first free place on a spiral around it, as
 * wide as the picture is (after Viégas, Wattenberg and Feinberg, Participatory visualization with Wordle, IEEE TVCG 15, 2009;
 * boxes around the letters, all words level). The letters' size grows with the square root of the count, so that areas compare
 * like counts, and is as large as lets every word find a place. Before all would have to be small, so that none stands out, the
 * rarest are left out.
 */
final class CloudLayout {
    private static final double LARGEST = 0.22;
    private static final double WIDEST = 0.92;
    private static final double FILLED = 0.85;
    private static final int HALVINGS = 6;
    /** The most frequent word is at least so many times as large as the smallest letters, if it is so much more frequent. */
    private static final double OUTSTANDING = 2.6;

    private static final double STEP = 3;
    private static final double GAP = 2;

    private final List<Word> words;
    private final Rectangle2D area;
    private final CloudOptions options;
    private final Spiral spiral;

    /** A word to be placed. */
    record Word(Count count, String shown, WordSize size) {}

    CloudLayout(List<Word> words, Rectangle2D area, CloudOptions options) {
        this.words = words;
        this.area = area;
        this.options = options;
        this.spiral = Spiral.of(STEP, Math.hypot(area.getHeight(), area.getHeight()) / 2);
    }

    /** The most frequent first; those that find no place even in the smallest letters are left out. */
    List<PlacedWord> place() {
        if (words.isEmpty()) {
            return List.of();
        }
        double root = Math.sqrt(words.getFirst().count().times());
        double most = Math.min(area.getHeight() * LARGEST, largestByArea(root));
        double least = options.smallest()
                * Math.min(OUTSTANDING, root / Math.sqrt(words.getLast().count().times()));
        double largest = Math.max(least, most);
        Optional<List<PlacedWord>> best = placed(largest / root, false);
        double fits = best.isPresent() ? largest : least;
        for (int halving = 0; halving < HALVINGS && largest > fits; halving++) {
            double between = Math.sqrt(fits * largest);
            Optional<List<PlacedWord>> all = placed(between / root, false);
            best = all.isPresent() ? all : best;
            fits = all.isPresent() ? between : fits;
            largest = all.isPresent() ? largest : between;
        }
        return best.orElseGet(() -> placed(least / root, true).orElseThrow());
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
        BitSet taken = new BitSet(options.width() * options.height());
        for (Word word : words) {
            double wanted = Math.max(
                    options.smallest(), pixelsOfRoot * Math.sqrt(word.count().times()));
            double size =
                    Math.min(wanted, area.getWidth() * WIDEST / word.size().width());
            double start = random.nextDouble() * 2 * Math.PI;
            Optional<PlacedWord> found = find(word, size, start, random.nextBoolean() ? 1 : -1, placed, taken);
            if (found.isPresent()) {
                placed.add(found.get());
                take(found.get(), taken);
            } else if (!mayLeaveOut) {
                return Optional.empty();
            }
        }
        return Optional.of(placed);
    }

    private Optional<PlacedWord> find(
            Word word, double size, double start, int turn, List<PlacedWord> placed, BitSet taken) {
        double aspect = area.getWidth() / area.getHeight();
        double rise = (word.size().ascent() - word.size().descent()) / 2 * size;
        double cos = Math.cos(start);
        double sin = Math.sin(start);
        int blocking = 0;
        for (int place = 0; place < spiral.places(); place++) {
            double aside = spiral.x(place);
            double down = turn * spiral.y(place);
            PlacedWord here = new PlacedWord(
                    word.count().label(),
                    word.count().times(),
                    word.shown(),
                    size,
                    area.getCenterX() + aspect * (cos * aside - sin * down),
                    area.getCenterY() + sin * aside + cos * down + rise,
                    size * word.size().width(),
                    size * word.size().ascent(),
                    size * word.size().descent());
            if (isInside(here) && !isTaken(here, taken)) {
                blocking = blocking(here, placed, blocking);
                if (blocking == placed.size()) {
                    return Optional.of(here);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isInside(PlacedWord word) {
        return word.left() >= area.getMinX()
                && word.right() <= area.getMaxX()
                && word.top() >= area.getMinY()
                && word.bottom() <= area.getMaxY();
    }

    private void take(PlacedWord word, BitSet taken) {
        for (int y = (int) word.top(); y < word.bottom(); y++) {
            taken.set(y * options.width() + (int) word.left(), y * options.width() + (int) word.right());
        }
    }

    /** Whether another word stands in the middle or at an end: quickly told, and true of most places. */
    private boolean isTaken(PlacedWord word, BitSet taken) {
        int row = (int) ((word.top() + word.bottom()) / 2) * options.width();
        return taken.get(row + (int) word.x())
                || taken.get(row + (int) word.left() + 1)
                || taken.get(row + (int) word.right() - 1);
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
