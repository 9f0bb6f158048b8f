package segue.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.kernel.magics.Arguments;
import segue.kernel.magics.MagicContext;
import segue.kernel.magics.Magics;

/** The order of things in one cell: stretches of Java and, between them, lines that begin with a percent sign. */
final class CellScript {
    private static final Pattern CELL_MAGIC = Pattern.compile("\\A\\s*(%%[^\\s?]+)([^\\n]*)(\\n|\\z)");

    private final CellText cell;
    private final Magics magics;
    private final Host host;

    CellScript(CellText cell, Magics magics, Host host) {
        this.cell = cell;
        this.magics = magics;
        this.host = host;
    }

    /** Runs the parts. */
    interface Host {
        Optional<Object> java(CellText cell, int from, int to, boolean last) throws Throwable;

        /** What a magic may do whose own code begins at this position and ends the text. */
        MagicContext context(CellText cell, int bodyStart);
    }

    Optional<Object> run() throws Throwable {
        Matcher matcher = CELL_MAGIC.matcher(cell.code());
        if (matcher.find()) {
            return magics.run(matcher.group(1), Arguments.of(matcher.group(2)), host.context(cell, matcher.end()));
        }
        MagicScan scan = new MagicScan(cell.code());
        CellText text = new CellText(cell.name(), scan.text());
        Optional<Object> value = Optional.empty();
        boolean ran = false;
        for (MagicScan.Part part : scan.parts()) {
            if (part instanceof MagicScan.Part.Line line) {
                CellText until = new CellText(cell.name(), text.code().substring(0, line.end()));
                value = magics.run(
                        "%" + line.name(),
                        arguments(until.code().substring(line.argumentsStart())),
                        host.context(until, line.argumentsStart()));
                ran = true;
            } else if (part instanceof MagicScan.Part.Java java && !blank(text, java)) {
                boolean last = blank(
                        text, new MagicScan.Part.Java(java.end(), text.code().length()));
                value = host.java(text, java.start(), java.end(), last);
                ran = true;
            }
        }
        return ran ? value : host.java(text, 0, text.code().length(), true);
    }

    /** A lone semicolon after a magic is a habit, not an argument. */
    private static Arguments arguments(String text) {
        return Arguments.of(text.strip().equals(";") ? "" : text);
    }

    private static boolean blank(CellText text, MagicScan.Part.Java part) {
        return CodeText.blank(text.code().substring(part.start(), part.end()), false)
                .isBlank();
    }
}
