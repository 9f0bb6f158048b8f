package segue.spark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.files.WholeFile;
import segue.spark.cli.SparkOptions.Told;
import segue.spark.cluster.ScaleKind;
import segue.spark.cluster.TableScale;
import segue.spark.rows.RowTable;
import segue.spark.session.SegueSession;

/** {@code ./segue spark scale}: puts columns on one scale. */
@Command(
        name = "scale",
        description = "Put the columns of a table on one scale, as the library's Scaler does.",
        mixinStandardHelpOptions = true)
final class ScaleCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "standard (mean 0, variance 1) or minmax (0 to 1) (default: standard)")
    private String kind = "standard";

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "keep what each column is shifted and divided by, as JSON")
    private Path save;

    @Mixin
    private OutOptions out;

    @Mixin
    private SparkOptions spark;

    @Override
    public Integer call() throws IOException {
        ScaleKind scaleKind = ScaleKind.parse(kind);
        if (scaleKind == ScaleKind.NONE) {
            throw new IllegalArgumentException(
                    "--kind must be standard or minmax but was none: nothing would be scaled");
        }
        if (save != null) {
            WholeFile.requirePlace(save);
        }
        return spark.run("scale", session -> scale(session, scaleKind));
    }

    private Told scale(SegueSession session, ScaleKind scaleKind) throws IOException {
        out.require(session, data.path());
        RowTable table = data.open(session);
        TableScale scale = TableScale.of(table, scaleKind);
        out.write(scale.transformed(session.spark(), table));
        if (save != null) {
            FiguresFile.write(save, figures(table, scale));
        }
        return new Told(
                String.format(
                        Locale.ROOT,
                        "%,d rows, %d columns scaled by %s, in %s",
                        table.size(),
                        table.columns().size(),
                        scaleKind.label(),
                        out.out()),
                figures(table, scale));
    }

    private static Map<String, Object> figures(RowTable table, TableScale scale) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", table.size());
        figures.put("dims", table.columns().size());
        figures.put("kind", scale.kind().label());
        figures.put("columns", scale.columns());
        figures.put("shift", scale.shift());
        figures.put("scale", scale.scale());
        return figures;
    }
}
