package segue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import segue.catalog.DataSets;
import segue.catalog.DataSets.Check;
import segue.catalog.DataSets.DataSet;
import segue.catalog.DataSets.State;
import segue.progress.Progress;

/** {@code ./segue data}: the real data sets that Segue knows, and those that are here. */
@Command(
        name = "data",
        description = "List the known data sets, check the ones that are here, or get one.",
        synopsisSubcommandLabel = "(list | check | get NAME)",
        mixinStandardHelpOptions = true)
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "data needs one of list, check, get NAME");
    }

    private static Optional<Path> folder(Path given) {
        return Optional.ofNullable(given).or(() -> new Settings().get("data").map(setting -> Path.of(setting.value())));
    }

    private static Path folderNeeded(Path given) {
        return folder(given)
                .orElseThrow(() ->
                        new IllegalArgumentException("no data folder is named: set SEGUE_DATA, or give --folder DIR"));
    }

    @Command(
            name = "list",
            description = "What there is, under which licence, and where to get it.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--folder", paramLabel = "DIR", description = "default: SEGUE_DATA") Path given,
            @Option(names = "--json", description = "print one JSON object on stdout") boolean json) {
        List<DataSet> sets = DataSets.known().list();
        if (json) {
            System.out.println(Json.of(Map.of("command", "data list", "sets", sets)));
            return ExitCode.OK;
        }
        for (DataSet set : sets) {
            System.out.printf(
                    "%s%n    %s%n    %s, licence: %s%n    %s%n",
                    set.name(), set.description(), set.file(), set.licence(), set.whereToGet());
        }
        System.err.println("segue: "
                + folder(given)
                        .map(folder -> "the data folder is " + folder + "; './segue data check' compares what is there")
                        .orElse("no data folder is named: put files under one and set SEGUE_DATA to it"));
        return ExitCode.OK;
    }

    @Command(
            name = "check",
            description = "Compare the files of the data folder with their checksums.",
            mixinStandardHelpOptions = true)
    int check(
            @Option(names = "--folder", paramLabel = "DIR", description = "default: SEGUE_DATA") Path given,
            @Option(names = "--json", description = "print one JSON object on stdout") boolean json) {
        Path folder = folderNeeded(given);
        if (!Files.isDirectory(folder)) {
            throw new UnsupportedOperationException(folder + " is no folder: name the one that holds songs/");
        }
        List<Check> checks = DataSets.known().check(folder);
        boolean good = checks.stream().noneMatch(check -> check.state() == State.DIFFERENT);
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "data check");
            result.put("folder", folder.toString());
            result.put("ok", good);
            result.put("checks", checks);
            System.out.println(Json.of(result));
        } else {
            checks.forEach(check -> System.out.printf("%-10s %s%n", check.state(), check));
        }
        return good ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    @Command(
            name = "get",
            description = "Download a data set, going on where an earlier try stopped, and verify it.",
            mixinStandardHelpOptions = true)
    int get(
            @Parameters(paramLabel = "NAME", description = "as './segue data list' names it") String name,
            @Option(names = "--folder", paramLabel = "DIR", description = "default: SEGUE_DATA") Path given) {
        Path folder = folderNeeded(given);
        try (Progress progress = Progress.begin(name)) {
            Path file = DataSets.known().get(name, folder, (done, total) -> {
                progress.outOf(total);
                progress.stepTo(done);
            });
            System.out.println(file);
        }
        return ExitCode.OK;
    }
}
