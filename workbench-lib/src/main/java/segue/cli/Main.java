package segue.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import segue.catalog.mongo.MongoAddress;
import segue.feedback.sql.DatabaseAddress;

/** Entry point of every command that is not about Jupyter or the build; those are the launcher's own. */
@Command(
        name = "./segue",
        description = "Explore songs, find neighbours, recommend: from notebooks, a page, or here.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            PageCommand.class,
            RecommendCommand.class,
            EvaluateCommand.class,
            CatalogCommand.class,
            FeaturesCommand.class,
            DataCommand.class,
            KnnCommand.class,
            DtwCommand.class,
            EmbedCommand.class,
            ClusterCommand.class,
            MapCommand.class,
            LabCommand.class,
            SpotifyCommand.class,
            FeedbackCommand.class,
            DigestCommand.class,
            DoctorCommand.class
        },
        footerHeading = "%nJupyter and the project itself:%n",
        footer = {
            "  (no command)  open Jupyter on notebooks/ [--no-browser]",
            "  run           execute NOTEBOOK... through Jupyter into HTML [--out DIR] [--save]",
            "  kernel        install the kernel for other Jupyters, or uninstall it",
            "  spark         the same work on Apache Spark: ./segue spark --help",
            "  test          set up and run every test",
            "",
            "Exit codes: 0 good, 2 wrong use, 1 failed."
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed");
    }

    public static void main(String[] args) {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(output.printing(System.out.charset()));
        int exitCode = execute(args);
        System.out.flush();
        Optional<String> lost = output.lost();
        lost.ifPresent(why -> System.err.println("segue: the answer could not be written: " + why));
        System.exit(lost.isPresent() && exitCode == 0 ? CommandLine.ExitCode.SOFTWARE : exitCode);
    }

    /** Runs one command line and returns its exit code. */
    static int execute(String... args) {
        return execute(new Main(), args);
    }

    /**
     * Runs a command that another module brings as every command of Segue is run: settings as defaults, one sentence for
     * what went wrong, exit codes 0 (good), 2 (wrong use) and 1 (failed).
     *
     * @param command annotated for picocli
     */
    public static int execute(Object command, String... args) {
        Settings settings;
        try {
            settings = new Settings();
        } catch (UncheckedIOException unreadable) {
            System.err.println("segue: " + unreadable.getCause().getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        return new CommandLine(command)
                .setDefaultValueProvider(settings)
                .setParameterExceptionHandler(Main::wrongUse)
                .setExecutionExceptionHandler(Main::failed)
                .execute(args);
    }

    private static int wrongUse(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        boolean unknownCommand = exception instanceof CommandLine.UnmatchedArgumentException
                && !command.getSubcommands().isEmpty()
                && !unmatched(exception).startsWith("-");
        err.println("segue: "
                + (unknownCommand
                        ? "there is no command '" + shown(unmatched(exception)) + "'"
                        : shown(exception.getMessage().replaceFirst("^Error: ", ""))));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** What was typed may have a password in it. */
    private static String shown(String typed) {
        return MongoAddress.masked(DatabaseAddress.masked(typed));
    }

    private static String unmatched(ParameterException exception) {
        return exception instanceof CommandLine.UnmatchedArgumentException other
                ? other.getUnmatched().getFirst()
                : "";
    }

    private static int failed(Exception exception, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        Problem problem = Problem.of(exception);
        command.getErr().println("segue: " + problem.sentence());
        return problem.exitCode();
    }
}
