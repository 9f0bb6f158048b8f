package segue.recommend;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;

/** An answer: a list of recommendations, best first, that also knows what it left out and why. Immutable. */
public final class Recommendations extends AbstractList<Recommendation> {
    private final List<Recommendation> found;
    private final Request request;
    private final int considered;
    private final boolean more;
    private final List<LeftOut> leftOut;
    private final List<Lost> lost;
    private final List<String> notes;

    Recommendations(
            List<Recommendation> found,
            Request request,
            int considered,
            boolean more,
            List<LeftOut> leftOut,
            List<Lost> lost,
            List<String> notes) {
        this.found = List.copyOf(found);
        this.request = request;
        this.considered = considered;
        this.more = more;
        this.leftOut = List.copyOf(leftOut);
        this.lost = List.copyOf(lost);
        this.notes = List.copyOf(notes);
    }

    @Override
    public Recommendation get(int place) {
        return found.get(place);
    }

    @Override
    public int size() {
        return found.size();
    }

    /** What was asked. */
    public Request request() {
        return request;
    }

    /** Songs of the catalogue that pass every rule which a song passes by itself. */
    public int considered() {
        return considered;
    }

    /** The request for the next page; empty where this is the last. */
    public Optional<Request> next() {
        return more && request.page() < request.lastPage()
                ? Optional.of(request.withPage(request.page() + 1))
                : Optional.empty();
    }

    /** What each rule left out, in the order of {@link Rule}; rules that left out nothing are not there. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** The songs that nearly had a place: the nearest that a rule left out, and the next in order; nearest first. */
    public List<Lost> lost() {
        return lost;
    }

    /** What a person should know: which rule left nothing, a genre that no song has. One sentence each. */
    public List<String> notes() {
        return notes;
    }
}
