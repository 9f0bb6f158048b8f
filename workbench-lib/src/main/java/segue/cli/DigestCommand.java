package segue.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import segue.catalog.Catalog;
import segue.digest.DigestMaker;
import segue.digest.DigestOptions;
import segue.digest.DigestOutcome;
import segue.digest.DigestPlace;
import segue.digest.DigestRun;
import segue.digest.DigestRun.Person;
import segue.digest.MailServer;
import segue.digest.Sender;
import segue.feedback.FeedbackStore;
import segue.feedback.Listener;

/** {@code ./segue digest}: this week's recommendations, by mail or into a file. */
@Command(
        name = "digest",
        description =
                "Recommend from what was searched and liked lately: an e-mail a week to whoever is subscribed, or a"
                        + " file for yourself.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[subscribe | unsubscribe | list]",
        subcommands = {
            DigestSubscribers.Subscribe.class,
            DigestSubscribers.Unsubscribe.class,
            DigestSubscribers.Listing.class
        })
final class DigestCommand implements Callable<Integer> {
    private static final String FROM_HERE = "segue@localhost";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            description =
                    "FILE.eml, FILE.html or FILE.txt for one listener; a folder, or smtp://[USER[:PASSWORD]@]HOST[:PORT]"
                            + " (smtps://) for all who are subscribed. Better than in the address, which other users of the machine can"
                            + " see: SEGUE_SMTP_USER, SEGUE_SMTP_PASSWORD")
    private String to;

    @Option(
            names = "--listener",
            paramLabel = "ID",
            description = "only this one: an id, or its first 6 characters and more")
    private String listener;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            description = "who it is from, and who reads requests to unsubscribe: an address, or 'Name <address>' (also"
                    + " SEGUE_DIGEST_FROM)")
    private String from;

    @Option(
            names = "--page",
            paramLabel = "URL",
            description =
                    "where those who get the mail reach the page, for links to songs and to unsubscribe (also SEGUE_PAGE_URL)")
    private String page;

    @Option(
            names = "--n",
            defaultValue = "8",
            paramLabel = "N",
            description = "songs, 1 to 12 (default: 8); up to two little known ones are added")
    private int n;

    @Option(names = "--again", description = "also to who had one this week: for a file, or with --listener")
    private boolean again;

    @Option(names = "--dry-run", description = "print who would get what, send nothing, and note nothing")
    private boolean dry;

    @Option(names = "--json", description = "print one JSON object on stdout")
    private boolean json;

    @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION)
    private Path file;

    private double loadSeconds;

    @Override
    public Integer call() throws IOException {
        if (to == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "digest needs --to FILE or --to smtp://HOST, or one of subscribe, unsubscribe, list");
        }
        Settings settings = new Settings();
        DigestPlace place = place(settings);
        DigestRun run = new DigestRun(place, page(settings), again, dry);
        DigestOptions options = DigestOptions.defaults().withSongs(n);
        if (again && listener == null && !(place instanceof DigestPlace.InFile)) {
            throw new IllegalArgumentException(
                    "--again would mail everybody twice: name one listener by --listener ID, or write a file");
        }
        try (FeedbackStore store = FeedbackStore.open(FeedbackPlace.address())) {
            List<Person> people = people(store, place);
            if (people.isEmpty()) {
                tellNobody(place);
            }
            long started = System.nanoTime();
            List<DigestOutcome> outcomes = OnCtrlC.interrupt(
                    () -> run.deliver(store, people, () -> maker(options), Instant.now(), ZoneId.systemDefault()));
            DigestAnswer answer = new DigestAnswer(place, dry, outcomes);
            if (json) {
                System.out.println(Json.of(answer.json(loadSeconds, Work.secondsSince(started) - loadSeconds)));
            } else {
                answer.print();
            }
            return exitCode(place, outcomes);
        }
    }

    /** Nothing to do is no failure where nothing was promised; a file that was asked for and is not there is one. */
    private static int exitCode(DigestPlace place, List<DigestOutcome> outcomes) {
        boolean failed = outcomes.stream()
                .anyMatch(one -> one.state() == DigestOutcome.State.FAILED
                        || one.state() == DigestOutcome.State.UNCERTAIN
                        || one.state() == DigestOutcome.State.NOTHING && place instanceof DigestPlace.InFile);
        return failed || outcomes.isEmpty() && place instanceof DigestPlace.InFile ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private static void tellNobody(DigestPlace place) {
        AnswerText.tell(
                place instanceof DigestPlace.InFile
                        ? "nobody has searched for, rated or played a song yet, so there is nothing to recommend from;"
                                + " './segue page' is where to begin"
                        : "nobody is subscribed, so nothing is sent; './segue digest subscribe --address ADDRESS' begins it");
    }

    private List<Person> people(FeedbackStore store, DigestPlace place) {
        var subscriptions = store.subscriptions();
        if (listener == null && !(place instanceof DigestPlace.InFile)) {
            return subscriptions.all().stream()
                    .map(one -> new Person(one.listener(), Optional.of(one)))
                    .toList();
        }
        Optional<Listener> who = listener == null
                ? ListenerChoice.mostActive(store)
                : Optional.of(ListenerChoice.named(store, listener));
        List<Person> people =
                who.stream().map(one -> new Person(one, subscriptions.of(one))).toList();
        people.stream()
                .filter(one -> place.isMail() && one.subscription().isEmpty())
                .forEach(one -> {
                    throw new IllegalArgumentException(
                            one.listener()
                                    + " is not subscribed; './segue digest subscribe --listener ID --address ADDRESS' does that");
                });
        return people;
    }

    private DigestMaker maker(DigestOptions options) {
        long started = System.nanoTime();
        Catalog catalog = CatalogSource.open(file);
        DigestMaker maker = DigestMaker.of(catalog, options);
        loadSeconds = Work.secondsSince(started);
        return maker;
    }

    private DigestPlace place(Settings settings) throws IOException {
        Optional<String> user = value(settings, "smtp-user");
        boolean mail = MailServer.isAddress(to);
        Optional<String> named = Optional.ofNullable(from).or(() -> value(settings, "digest-from"));
        if (mail && named.isEmpty()) {
            throw new IllegalArgumentException(
                    "mails need a sender: --from ADDRESS, or SEGUE_DIGEST_FROM; whoever unsubscribes by mail writes there");
        }
        return DigestPlace.of(to, Sender.of(named.orElse(FROM_HERE)), user, value(settings, "smtp-password"));
    }

    private Optional<URI> page(Settings settings) {
        return Optional.ofNullable(page).or(() -> value(settings, "page-url")).map(address -> {
            try {
                return URI.create(address.strip());
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException(
                        "the page's address must be http:// or https:// with a host but was '"
                                + SongFinder.shown(address) + "'",
                        malformed);
            }
        });
    }

    private static Optional<String> value(Settings settings, String name) {
        return settings.get(name).map(Settings.Setting::value);
    }
}
