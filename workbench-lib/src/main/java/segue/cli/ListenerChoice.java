package segue.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import segue.feedback.FeedbackStore;
import segue.feedback.Listener;
import segue.feedback.ListenerActivity;
import segue.feedback.Subscription;

/** Finds the listener that a person means: by the beginning of an id, or else the one who does most here. */
final class ListenerChoice {
    /** As much as is shown of an id. */
    private static final int SHORTEST = 6;

    private ListenerChoice() {}

    /** @param id whole, or its first 6 characters and more where only one begins so */
    static Listener named(FeedbackStore store, String id) {
        String start = id.endsWith("…") ? id.substring(0, id.length() - 1) : id;
        List<String> known = Stream.concat(
                        store.reports().listeners().stream().map(ListenerActivity::listener),
                        store.subscriptions().all().stream().map(Subscription::listener))
                .map(Listener::id)
                .distinct()
                .filter(one -> one.startsWith(start))
                .toList();
        if (start.length() < SHORTEST || known.isEmpty() || known.contains(start)) {
            return new Listener(start);
        }
        if (known.size() > 1) {
            throw new IllegalArgumentException(
                    "%d listeners begin with '%s'; give more of the id".formatted(known.size(), start));
        }
        return new Listener(known.getFirst());
    }

    /** The only one, or the most active one, which is then told; empty where nobody searched, rated or played. */
    static Optional<Listener> mostActive(FeedbackStore store) {
        List<ListenerActivity> all = store.reports().listeners();
        if (all.size() > 1) {
            AnswerText.tell(
                    "of %,d listeners the most active one is taken, %s; --listener ID names another, and './segue digest list' all"
                            .formatted(all.size(), words(all.getFirst())));
        }
        return all.stream().map(ListenerActivity::listener).findFirst();
    }

    static String words(ListenerActivity one) {
        return "%s (%,d searches, %,d ratings, %,d plays)"
                .formatted(one.listener(), one.searches(), one.ratings(), one.plays());
    }
}
