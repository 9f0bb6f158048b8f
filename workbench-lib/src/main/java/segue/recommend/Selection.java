package segue.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The songs that a screening takes as a draft offers them, until there are enough. */
final class Selection implements Draft.Judge {
    private final Screening screening;
    private final int told;
    private final int wanted;
    private final List<Draft.Pick> chosen = new ArrayList<>();
    private Draft.Pick firstCapped;
    private Draft.Pick firstLessLike;

    /**
     * @param told what is refused before so many are chosen is told
     * @param wanted how many are chosen
     */
    Selection(Screening screening, int told, int wanted) {
        this.screening = screening;
        this.told = told;
        this.wanted = wanted;
    }

    int wanted() {
        return wanted;
    }

    @Override
    public boolean done() {
        return chosen.size() >= wanted;
    }

    @Override
    public boolean takes(Draft.Pick pick) {
        if (!screening.takesAdmitted(pick.row())) {
            if (chosen.size() < told) {
                remember(pick);
            }
            return false;
        }
        chosen.add(pick);
        if (chosen.size() == told) {
            screening.stopCounting();
        }
        return true;
    }

    private void remember(Draft.Pick pick) {
        if (firstCapped == null && screening.isRefusedFor(Rule.ARTIST_CAP, pick.row())) {
            firstCapped = pick;
        }
        if (firstLessLike == null && screening.isRefusedFor(Rule.LESS_LIKE, pick.row())) {
            firstLessLike = pick;
        }
    }

    /** The first that was left out for being more like what there should be less of; none if there was none. */
    Optional<Draft.Pick> firstLessLike() {
        return Optional.ofNullable(firstLessLike);
    }

    /** The first that would have had a place, had its artists not theirs; none if there was none. */
    Optional<Draft.Pick> firstCapped() {
        return Optional.ofNullable(firstCapped);
    }

    /** What a person should know. */
    List<String> notes() {
        return chosen.isEmpty() && firstLessLike != null
                ? List.of("every song that may come is more like what there should be less of than like a start")
                : List.of();
    }

    /** What was chosen, in order. */
    List<Draft.Pick> chosen() {
        return chosen;
    }
}
