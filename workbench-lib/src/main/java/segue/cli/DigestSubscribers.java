package segue.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import segue.feedback.EmailAddress;
import segue.feedback.FeedbackStore;
import segue.feedback.Listener;
import segue.feedback.ListenerActivity;
import segue.feedback.MadeDigest;
import segue.feedback.Subscription;

/** {@code ./segue digest subscribe | unsubscribe | list}: who gets it. */
final class DigestSubscribers {
    private DigestSubscribers() {}

    /** Whoever types an address here is believed, being the owner of the machine. */
    @Command(
            name = "subscribe",
            description = "Send a listener's digest to an address from now on; a listener has one address.",
            mixinStandardHelpOptions = true)
    static final class Subscribe implements Callable<Integer> {
        @Option(names = "--address", required = true, paramLabel = "ADDRESS", description = "where it goes")
        private String address;

        @Option(
                names = "--listener",
                paramLabel = "ID",
                description = "whose it is: an id, or its first 6 characters and more (default: the most active one)")
        private String id;

        @Override
        public Integer call() {
            EmailAddress to = new EmailAddress(address.strip());
            try (FeedbackStore store = FeedbackStore.open(FeedbackPlace.address())) {
                Listener listener = id == null
                        ? ListenerChoice.mostActive(store)
                                .orElseThrow(
                                        () -> new IllegalArgumentException(
                                                "nobody has searched for, rated or played a song yet: name a listener by --listener ID"))
                        : ListenerChoice.named(store, id);
                if (store.reports().listeners().stream()
                        .noneMatch(one -> one.listener().equals(listener))) {
                    AnswerText.tell("nothing is stored of " + listener
                            + " yet; there is a digest as soon as something is searched for or liked");
                }
                Subscription made = store.subscriptions().subscribe(listener, to);
                System.out.println(made.address().value() + " gets the digest of " + made.listener());
                return ExitCode.OK;
            }
        }
    }

    @Command(
            name = "unsubscribe",
            description = "End a subscription, and forget its address.",
            mixinStandardHelpOptions = true)
    static final class Unsubscribe implements Callable<Integer> {
        @ArgGroup(multiplicity = "1")
        private Whose whose;

        static final class Whose {
            @Option(names = "--address", required = true, paramLabel = "ADDRESS", description = "that gets it")
            private String address;

            @Option(names = "--listener", required = true, paramLabel = "ID", description = "whose it is")
            private String listener;

            @Option(
                    names = "--token",
                    required = true,
                    paramLabel = "TOKEN",
                    description = "from the subject of a mail that asks for it")
            private String token;
        }

        @Override
        public Integer call() {
            try (FeedbackStore store = FeedbackStore.open(FeedbackPlace.address())) {
                Optional<Subscription> ended = whose.address != null
                        ? store.subscriptions().unsubscribe(new EmailAddress(whose.address.strip()))
                        : whose.listener != null
                                ? store.subscriptions().unsubscribe(ListenerChoice.named(store, whose.listener))
                                : store.subscriptions().unsubscribe(whose.token.strip());
                System.out.println(ended.map(one -> one.address().value() + " gets no digest any more")
                        .orElse("there is no such subscription; nothing was changed"));
                return ExitCode.OK;
            }
        }
    }

    @Command(
            name = "list",
            description = "Who is subscribed, and which listeners there are.",
            mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {
        @Option(names = "--json", description = "print one JSON object on stdout")
        private boolean json;

        @Override
        public Integer call() {
            try (FeedbackStore store = FeedbackStore.open(FeedbackPlace.address())) {
                List<Subscription> subscriptions = store.subscriptions().all();
                List<ListenerActivity> listeners = store.reports().listeners();
                if (json) {
                    System.out.println(Json.of(json(store, subscriptions, listeners)));
                    return ExitCode.OK;
                }
                for (Subscription one : subscriptions) {
                    System.out.printf(
                            "%s  %s, since %s, %s%n",
                            one.address().value(), one.listener(), day(one.since()), last(store, one.listener()));
                }
                if (subscriptions.isEmpty()) {
                    AnswerText.tell("nobody is subscribed");
                }
                listeners.stream()
                        .filter(one -> subscriptions.stream()
                                .noneMatch(
                                        subscription -> subscription.listener().equals(one.listener())))
                        .forEach(one -> System.out.printf(
                                "-  %s, last on %s, %s%n",
                                ListenerChoice.words(one), day(one.last()), last(store, one.listener())));
                return ExitCode.OK;
            }
        }

        private static Map<String, Object> json(
                FeedbackStore store, List<Subscription> subscriptions, List<ListenerActivity> listeners) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("command", "digest list");
            json.put(
                    "subscriptions",
                    subscriptions.stream()
                            .map(one -> {
                                Map<String, Object> entry = new LinkedHashMap<>();
                                entry.put("address", one.address().value());
                                entry.put("listener", one.listener().toString());
                                entry.put("since", one.since().toString());
                                lastOf(store, one.listener())
                                        .ifPresent(digest -> entry.put(
                                                "lastWeek", digest.week().toString()));
                                return entry;
                            })
                            .toList());
            json.put(
                    "listeners",
                    listeners.stream()
                            .map(one -> {
                                Map<String, Object> entry = new LinkedHashMap<>();
                                entry.put("listener", one.listener().toString());
                                entry.put("searches", one.searches());
                                entry.put("ratings", one.ratings());
                                entry.put("plays", one.plays());
                                entry.put("last", one.last().toString());
                                return entry;
                            })
                            .toList());
            return json;
        }

        private static Optional<MadeDigest> lastOf(FeedbackStore store, Listener listener) {
            return store.digests().last(listener, 1).stream().findFirst();
        }

        private static String last(FeedbackStore store, Listener listener) {
            return lastOf(store, listener)
                    .map(digest -> digest.sent()
                            ? "last digest " + digest.week()
                            : "digest " + digest.week() + " cut off or under way")
                    .orElse("no digest yet");
        }

        private static String day(Instant at) {
            return at.atZone(ZoneId.systemDefault())
                    .truncatedTo(ChronoUnit.DAYS)
                    .toLocalDate()
                    .toString();
        }
    }
}
