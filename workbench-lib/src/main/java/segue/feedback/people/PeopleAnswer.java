package segue.feedback.people;

import java.util.List;
import java.util.Optional;

/**
 * What people with the same taste like.
 *
 * @param songs the best first
 * @param notYet where nothing is suggested: why, and what is missing, in one sentence
 */
public record PeopleAnswer(List<PeopleSuggestion> songs, Optional<String> notYet) {
    public PeopleAnswer {
        songs = List.copyOf(songs);
    }

    static PeopleAnswer notYet(String reason) {
        return new PeopleAnswer(List.of(), Optional.of(reason));
    }
}
