package segue.recommend;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Who is new among the artists of a catalogue: popularity and first year of each, and what {@link NewArtists} makes of them. */
final class Newcomers {
    private final SongFacts facts;
    private final int[] popularity;
    private final int[] debut;
    private final int[] sortedPopularity;
    private final int lastYear;

    Newcomers(SongFacts facts, int songs) {
        this.facts = facts;
        popularity = new int[facts.artistCount()];
        debut = new int[facts.artistCount()];
        Arrays.fill(popularity, SongFacts.UNKNOWN);
        Arrays.fill(debut, SongFacts.UNKNOWN);
        int last = SongFacts.UNKNOWN;
        for (int row = 0; row < songs; row++) {
            int year = facts.year(row);
            last = Math.max(last, year);
            for (int i = 0; i < facts.artists().size(row); i++) {
                int artist = facts.artists().get(row, i);
                popularity[artist] = Math.max(popularity[artist], facts.popularity(row));
                if (year != SongFacts.UNKNOWN && (debut[artist] == SongFacts.UNKNOWN || year < debut[artist])) {
                    debut[artist] = year;
                }
            }
        }
        lastYear = last;
        sortedPopularity = IntStream.of(popularity)
                .filter(known -> known != SongFacts.UNKNOWN)
                .sorted()
                .toArray();
    }

    /** A verdict on every artist. */
    Sieve.Verdict[] judge(NewArtists rule, Set<Integer> known) {
        BitSet ofUser = new BitSet();
        for (int row : known) {
            for (int i = 0; i < facts.artists().size(row); i++) {
                ofUser.set(facts.artists().get(row, i));
            }
        }
        int bar = bar(rule.belowPercentile());
        Sieve.Verdict[] verdicts = new Sieve.Verdict[popularity.length];
        for (int artist = 0; artist < verdicts.length; artist++) {
            verdicts[artist] = ofUser.get(artist) ? Sieve.Verdict.FAILS : verdict(rule, artist, bar);
        }
        return verdicts;
    }

    private Sieve.Verdict verdict(NewArtists rule, int artist, int bar) {
        boolean asksPopularity = rule.belowPercentile() > 0;
        boolean asksDebut = rule.debutYears() > 0;
        boolean popularityKnown = asksPopularity && popularity[artist] != SongFacts.UNKNOWN;
        boolean debutKnown = asksDebut && debut[artist] != SongFacts.UNKNOWN;
        if (rule.unknownToUser()
                || popularityKnown && popularity[artist] < bar
                || debutKnown && debut[artist] > lastYear - rule.debutYears()) {
            return Sieve.Verdict.PASSES;
        }
        return popularityKnown || debutKnown ? Sieve.Verdict.FAILS : Sieve.Verdict.UNKNOWN;
    }

    /** The popularity below which an artist is among so many percent of the least popular. */
    private int bar(double percentile) {
        if (sortedPopularity.length == 0 || percentile == 0) {
            return Integer.MIN_VALUE;
        }
        int at = (int) Math.ceil(percentile / 100 * sortedPopularity.length);
        return at >= sortedPopularity.length ? Integer.MAX_VALUE : sortedPopularity[at];
    }

    /** What is known of an artist, {@code "popularity 71, first heard of in 1975"}. */
    String about(int artist) {
        String popular = popularity[artist] == SongFacts.UNKNOWN ? "" : "popularity " + popularity[artist];
        String first = debut[artist] == SongFacts.UNKNOWN ? "" : "first heard of in " + debut[artist];
        return popular.isEmpty() && first.isEmpty()
                ? "of unknown age and popularity"
                : popular + (popular.isEmpty() || first.isEmpty() ? "" : ", ") + first;
    }
}
