package segue.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The rules that a song passes or not by itself: one after another, each over what those before it have left. */
final class Sieve {
    enum Verdict {
        PASSES,
        FAILS,
        UNKNOWN
    }

    /**
     * One rule.
     *
     * @param asked what it asks for, {@code "years 1990-1999"}
     * @param because of a row that fails it, {@code "its year is 1984"}
     */
    record Test(Rule rule, String asked, IntFunction<Verdict> verdict, IntFunction<String> because) {}

    /** What a rule left out: how many songs, and how many of them as unknown. */
    record Count(Rule rule, int songs, int unknown) {}

    private final List<Test> tests;
    private final boolean unknownPasses;
    private final BitSet admitted;
    private final List<Count> counts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param rows of the catalogue, numbered from 0
     * @param notes what a person should know of the rules
     */
    Sieve(int rows, List<Test> tests, boolean unknownPasses, List<String> notes) {
        this.tests = List.copyOf(tests);
        this.unknownPasses = unknownPasses;
        this.notes.addAll(notes);
        this.admitted = new BitSet(rows);
        admitted.set(0, rows);
        tests.forEach(this::apply);
    }

    private Sieve(Sieve first, Test then) {
        this.tests = Stream.concat(first.tests.stream(), Stream.of(then)).toList();
        this.unknownPasses = first.unknownPasses;
        this.notes.addAll(first.notes);
        this.counts.addAll(first.counts);
        this.admitted = (BitSet) first.admitted.clone();
        apply(then);
    }

    /** A sieve with one rule more. */
    Sieve and(Test then) {
        return new Sieve(this, then);
    }

    private void apply(Test test) {
        int before = admitted.cardinality();
        int unknown = 0;
        for (int row = admitted.nextSetBit(0); row >= 0; row = admitted.nextSetBit(row + 1)) {
            Verdict verdict = test.verdict().apply(row);
            if (verdict == Verdict.FAILS || verdict == Verdict.UNKNOWN && !unknownPasses) {
                admitted.clear(row);
                unknown += verdict == Verdict.UNKNOWN ? 1 : 0;
            }
        }
        int left = before - admitted.cardinality();
        if (left > 0) {
            counts.add(new Count(test.rule(), left, unknown));
        }
        if (before > 0 && left == before) {
            notes.add("%s leaves nothing of %,d songs%s"
                    .formatted(
                            test.asked(),
                            before,
                            unknown > 0
                                    ? "; of %,d it is not known, and unknown values do not pass".formatted(unknown)
                                    : ""));
        }
    }

    boolean isOpen() {
        return tests.isEmpty();
    }

    /** Rows that pass every rule; read it, do not write it. */
    BitSet admitted() {
        return admitted;
    }

    List<Count> counts() {
        return counts;
    }

    /** What a person should know: the rule that left nothing of what came to it, a genre that no song has. */
    List<String> notes() {
        return notes;
    }

    /** The first rule that a row which is not admitted fails. */
    Test failed(int row) {
        return tests.stream()
                .filter(test -> {
                    Verdict verdict = test.verdict().apply(row);
                    return verdict == Verdict.FAILS || verdict == Verdict.UNKNOWN && !unknownPasses;
                })
                .findFirst()
                .orElseThrow();
    }
}
