package segue.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * How times grow with the number of rows or of columns.
 *
 * @param source what the rows are
 * @param single seconds of a query asked alone
 * @param batch seconds a query of a batch
 * @param wrong answers that were wrong, in words; empty as it should be
 */
public record GrowthReport(
        Environment environment,
        String source,
        LabOptions options,
        Sweep single,
        Sweep batch,
        List<String> wrong,
        double seconds) {

    /** Whether no contender gave a wrong answer. */
    public boolean isRight() {
        return wrong.isEmpty();
    }

    public List<String> findings() {
        List<String> findings = new ArrayList<>(wrong);
        single.findings().forEach(finding -> findings.add("One query at a time: " + finding));
        batch.findings().forEach(finding -> findings.add("In a batch: " + finding));
        if (!environment.gpu().equals(Environment.READY)) {
            findings.add("No GPU could be compared. " + environment.gpu());
        }
        return findings;
    }

    /** The tables and findings as text, 120 columns wide at most. */
    @Override
    public String toString() {
        return LabText.of(this);
    }
}
