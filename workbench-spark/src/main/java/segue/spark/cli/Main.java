package segue.spark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of {@code ./segue spark}, and of {@code spark-submit}. */
@Command(
        name = "./segue spark",
        description = "The same work on Apache Spark: on every core of this machine, or on a cluster by --master.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            ApproximateCommand.class,
            CleanCommand.class,
            ClusterCommand.class,
            CoOccurrenceCommand.class,
            CostCommand.class,
            ExportCommand.class,
            FactorsCommand.class,
            FeaturesCommand.class,
            ImportCommand.class,
            KMeansCommand.class,
            NeighboursCommand.class,
            RecommendCommand.class,
            ScaleCommand.class,
        },
        footer = {"", "Exit codes: 0 good, 2 wrong use, 1 failed. docs/spark.md says more."})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed");
    }

    public static void main(String[] args) {
        int exitCode = execute(args);
        System.out.flush();
        System.exit(exitCode);
    }

    /** Runs one command line and returns its exit code. */
    static int execute(String... args) {
        return segue.cli.Main.execute(new Main(), args);
    }
}
