package segue.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.TextKey;

/** Makes the sieve of an answer, over the facts of one catalogue. Safe for use by several threads at once. */
final class Sieves {
    private static final int GENRES_NAMED = 8;
    /** Sets of rules whose sieves are kept: visitors of a page who have rules of their own take turns. */
    private static final int KEPT = 32;

    private final Catalog catalog;
    private final SongFacts facts;
    private final SameRecordings same;
    private final Newcomers newcomers;
    private final byte[] soundness;
    private final Map<Asked, Sieve> made = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Sieve> eldest) {
            return size() > KEPT;
        }
    };

    /** What a sieve depends on, besides the songs asked for. */
    private record Asked(Rules rules, Set<Integer> known, boolean musicOnly) {}

    Sieves(Catalog catalog, SongFacts facts, SameRecordings same, Soundness soundness) {
        this.catalog = catalog;
        this.facts = facts;
        this.same = same;
        this.newcomers = new Newcomers(facts, catalog.size());
        this.soundness = soundness.judge(catalog);
    }

    /**
     * The sieve of an answer; what does not depend on the songs asked for is made once for answers that agree in it.
     *
     * @param farthest whether the least similar songs are asked for, which the rule about music is for
     */
    Sieve of(Collection<Integer> seeds, Set<Integer> known, Rules rules, boolean farthest) {
        Asked asked = new Asked(rules.withOtherArtists(false), known, farthest && rules.music());
        Sieve sieve = kept(asked);
        if (!rules.otherArtists()) {
            return sieve;
        }
        BitSet artists = artistsOf(seeds);
        return sieve.and(test(
                Rule.QUERY_ARTIST,
                "leaving out the artists asked for",
                row -> hasAny(facts.artists(), row, artists),
                row -> "it is by " + catalog.track(row).artistLine()));
    }

    private Sieve kept(Asked asked) {
        synchronized (made) {
            Sieve sieve = made.get(asked);
            if (sieve != null) {
                return sieve;
            }
        }
        List<String> notes = new ArrayList<>();
        Sieve sieve =
                new Sieve(catalog.size(), tests(asked, notes), asked.rules().unknown(), notes);
        synchronized (made) {
            made.put(asked, sieve);
        }
        return sieve;
    }

    private List<Sieve.Test> tests(Asked asked, List<String> notes) {
        Rules rules = asked.rules();
        List<Sieve.Test> tests = new ArrayList<>();
        if (!asked.known().isEmpty()) {
            tests.add(test(Rule.KNOWN, "leaving out what is known", known(asked), row -> "the user has it"));
        }
        rules.years().ifPresent(years -> tests.add(range(Rule.YEARS, "year", years, facts::year)));
        rules.seconds()
                .ifPresent(length -> tests.add(new Sieve.Test(
                        Rule.LENGTH,
                        "a length of " + length + " s",
                        row -> verdict(length, facts.seconds(row)),
                        row -> facts.seconds(row) == SongFacts.UNKNOWN
                                ? "its length is not known"
                                : "it is %d:%02d long".formatted(facts.seconds(row) / 60, facts.seconds(row) % 60))));
        rules.explicit()
                .ifPresent(marked -> tests.add(new Sieve.Test(
                        Rule.EXPLICIT,
                        marked ? "only explicit words" : "no explicit words",
                        row -> verdict(Range.of(marked ? 1 : 0, marked ? 1 : 0), facts.explicit(row)),
                        row -> facts.explicit(row) == SongFacts.UNKNOWN
                                ? "it is not known whether it is explicit"
                                : facts.explicit(row) == 1 ? "it is explicit" : "it is not explicit")));
        rules.popularity()
                .ifPresent(range -> tests.add(range(Rule.POPULARITY, "popularity", range, facts::popularity)));
        if (!rules.genres().isEmpty()) {
            tests.add(genres(rules, notes));
        }
        if (!rules.unwantedGenres().isEmpty()) {
            BitSet unwanted = labels(rules.unwantedGenres(), notes);
            tests.add(test(
                    Rule.UNWANTED_GENRES,
                    "none of the genres " + joined(rules.unwantedGenres()),
                    row -> hasAny(facts.genres(), row, unwanted),
                    row -> "its genres are "
                            + String.join(", ", catalog.track(row).genres())));
        }
        rules.within().ifPresent(folder -> tests.add(within(folder)));
        rules.newArtists().ifPresent(rule -> tests.add(newArtists(rule, asked.known())));
        if (asked.musicOnly()) {
            tests.add(sound(Rule.SPOKEN, "music only", "it is spoken word"));
            tests.add(sound(Rule.BROKEN, "music only", "its row is silent, without tempo, too short or too long"));
            tests.add(sound(Rule.OUTLIER, "music only", "it is unlike every song"));
        }
        return tests;
    }

    /** Where recordings are to be distinct other copies of what the user has are known too. */
    private IntPredicate known(Asked asked) {
        BitSet rows = new BitSet();
        asked.known().forEach(rows::set);
        if (!asked.rules().distinct()) {
            return rows::get;
        }
        BitSet recordings = new BitSet();
        asked.known().forEach(row -> recordings.set(same.firstOf(row)));
        return row -> recordings.get(same.firstOf(row));
    }

    private static Sieve.Test test(Rule rule, String asked, IntPredicate out, IntFunction<String> why) {
        return new Sieve.Test(rule, asked, row -> out.test(row) ? Sieve.Verdict.FAILS : Sieve.Verdict.PASSES, why);
    }

    private Sieve.Test sound(Rule rule, String asked, String because) {
        return test(rule, asked, row -> soundness[row] == rule.ordinal(), row -> because);
    }

    private static Sieve.Test range(Rule rule, String what, Range range, IntUnaryOperator value) {
        return new Sieve.Test(
                rule,
                what + " " + range,
                row -> verdict(range, value.applyAsInt(row)),
                row -> value.applyAsInt(row) == SongFacts.UNKNOWN
                        ? "its " + what + " is not known"
                        : "its " + what + " is " + value.applyAsInt(row));
    }

    private static Sieve.Verdict verdict(Range range, int value) {
        return value == SongFacts.UNKNOWN
                ? Sieve.Verdict.UNKNOWN
                : range.contains(value) ? Sieve.Verdict.PASSES : Sieve.Verdict.FAILS;
    }

    private Sieve.Test genres(Rules rules, List<String> notes) {
        BitSet wanted = labels(rules.genres(), notes);
        return new Sieve.Test(
                Rule.GENRES,
                "genre " + joined(rules.genres()),
                row -> hasAny(facts.genres(), row, wanted)
                        ? Sieve.Verdict.PASSES
                        : facts.genres().size(row) == 0 ? Sieve.Verdict.UNKNOWN : Sieve.Verdict.FAILS,
                row -> facts.genres().size(row) == 0
                        ? "its genre is not known"
                        : "its genres are "
                                + String.join(", ", catalog.track(row).genres()));
    }

    private Sieve.Test within(String folder) {
        if (catalog.track(0).features() instanceof AudioFeatures) {
            throw new IllegalArgumentException(
                    "recordings in the folder %s are asked for, but %s have no paths".formatted(folder, catalog));
        }
        String path = folder.replace('\\', '/').replaceFirst("^(\\./)+", "").replaceFirst("/*$", "/");
        return test(
                Rule.WITHIN,
                "the folder " + folder,
                row -> !catalog.track(row).id().replace('\\', '/').startsWith(path),
                row -> "it is " + catalog.track(row).id());
    }

    private Sieve.Test newArtists(NewArtists rule, Set<Integer> known) {
        if (rule.unknownToUser() && known.isEmpty()) {
            throw new IllegalArgumentException(
                    "artists who are new to the user are asked for, but none of the user's songs is given");
        }
        Sieve.Verdict[] verdicts = newcomers.judge(rule, known);
        return new Sieve.Test(
                Rule.NEW_ARTISTS,
                "only new artists",
                row -> facts.artists().size(row) == 0
                        ? Sieve.Verdict.UNKNOWN
                        : verdicts[facts.artists().get(row, 0)],
                row -> facts.artists().size(row) == 0
                        ? "its artist is not known"
                        : "its artist is not new: "
                                + newcomers.about(facts.artists().get(row, 0)));
    }

    private BitSet artistsOf(Collection<Integer> rows) {
        BitSet artists = new BitSet();
        for (int row : rows) {
            for (int i = 0; i < facts.artists().size(row); i++) {
                artists.set(facts.artists().get(row, i));
            }
        }
        return artists;
    }

    private static boolean hasAny(SongFacts.Lists lists, int row, BitSet wanted) {
        for (int i = 0; i < lists.size(row); i++) {
            if (wanted.get(lists.get(row, i))) {
                return true;
            }
        }
        return false;
    }

    /** The labels that have one of the words in them; a word that no label has is told. */
    private BitSet labels(Set<String> words, List<String> notes) {
        BitSet labels = new BitSet();
        for (String word : words) {
            String key = " " + TextKey.of(word) + " ";
            boolean found = false;
            for (int label = 0; label < facts.genreKeys().size(); label++) {
                if ((" " + facts.genreKeys().get(label) + " ").contains(key)) {
                    labels.set(label);
                    found = true;
                }
            }
            if (!found) {
                notes.add("no song has a genre like '%s'; %s".formatted(word, someGenres()));
            }
        }
        return labels;
    }

    private String someGenres() {
        List<String> keys = facts.genreKeys();
        if (keys.isEmpty()) {
            return "no song of this catalogue has one";
        }
        int[] counts = new int[keys.size()];
        for (int row = 0; row < catalog.size(); row++) {
            for (int i = 0; i < facts.genres().size(row); i++) {
                counts[facts.genres().get(row, i)]++;
            }
        }
        List<Integer> common = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            common.add(label);
        }
        common.sort(Comparator.comparingInt((Integer label) -> -counts[label]).thenComparing(keys::get));
        return "the commonest are "
                + String.join(
                        ", ", common.stream().limit(GENRES_NAMED).map(keys::get).toList());
    }

    private static String joined(Set<String> words) {
        return String.join(" or ", words.stream().sorted().toList());
    }
}
