package segue.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import segue.catalog.Catalog;

/** Goes through the songs as they would come without rules, and tells which rules kept out whom. */
final class Account implements Draft.Judge {
    /** So many songs more than are shown are looked at for the names of those left out. */
    static final int LOOKED_AT = 64;

    private final Catalog catalog;
    private final Request request;
    private final Screening screening;
    private final LessLike lessLike;
    private final int wanted;
    private int looked;
    private Draft.Pick firstKeptOut;

    Account(Catalog catalog, Request request, Screening screening, LessLike lessLike) {
        this.lessLike = lessLike;
        this.catalog = catalog;
        this.request = request;
        this.screening = screening;
        this.wanted = request.n() * request.page() + LOOKED_AT;
    }

    @Override
    public boolean done() {
        return looked >= wanted;
    }

    @Override
    public boolean takes(Draft.Pick pick) {
        looked++;
        if (screening.keepsOut(pick.row()) && firstKeptOut == null) {
            firstKeptOut = pick;
        }
        return true;
    }

    /**
     * @param page what is on the page, and after it what comes next, if anything does
     * @param passedOver for variety, the most similar first
     * @param selection knows the first that were refused
     */
    List<Lost> lost(List<Recommendation> page, List<Lost> passedOver, Selection selection) {
        List<Lost> lost = new ArrayList<>();
        if (firstKeptOut != null) {
            Sieve.Test test = screening.sieve().failed(firstKeptOut.row());
            lost.add(lost(
                    firstKeptOut.row(),
                    firstKeptOut.distance(),
                    test.rule(),
                    test.because().apply(firstKeptOut.row())));
        }
        selection
                .firstLessLike()
                .ifPresent(pick -> lost.add(
                        lost(pick.row(), pick.distance(), Rule.LESS_LIKE, lessLike.because(pick.row(), catalog))));
        selection
                .firstCapped()
                .ifPresent(pick ->
                        lost.add(lost(pick.row(), pick.distance(), Rule.ARTIST_CAP, "its artist has " + places())));
        lost.addAll(passedOver);
        if (passedOver.isEmpty() && page.size() > request.n()) {
            Recommendation next = page.getLast();
            lost.add(lost(next.row(), next.distance(), Rule.RANK, margin(page.get(page.size() - 2), next)));
        }
        Comparator<Lost> nearest = Comparator.comparingDouble(Lost::distance);
        lost.sort(request.dissimilar() ? nearest.reversed() : nearest);
        return lost;
    }

    private String places() {
        int most = request.rules().perArtist().orElseThrow();
        return most == 1 ? "a place already" : most + " places already";
    }

    private Lost lost(int row, float distance, Rule rule, String by) {
        return new Lost(row, catalog.track(row), distance, rule, by);
    }

    /** By how much the next song is behind the last one shown, and in which feature most of all. */
    private String margin(Recommendation last, Recommendation next) {
        double margin = (double) next.distance() - last.distance();
        double sign = request.dissimilar() ? -1 : 1;
        Recommendation.Reason most = next.reasons().stream()
                .max(Comparator.comparingDouble(reason -> sign * (reason.part() - partOf(last, reason.feature()))))
                .orElseThrow();
        if (sign * margin < 0) {
            return "near enough, but the turn of the song that brings it comes later";
        }
        String size = margin == 0
                ? "as far as the last one shown, which stands before it in the catalogue"
                : String.format(
                        Locale.ROOT,
                        "%.3f %s than the last one shown",
                        Math.abs(margin),
                        request.dissimilar() ? "nearer" : "farther");
        return "%s, most by %s (%s)".formatted(size, most.feature(), most.differenceText());
    }

    private static double partOf(Recommendation recommendation, String feature) {
        return recommendation.reasons().stream()
                .filter(reason -> reason.feature().equals(feature))
                .mapToDouble(Recommendation.Reason::part)
                .findFirst()
                .orElseThrow();
    }
}
