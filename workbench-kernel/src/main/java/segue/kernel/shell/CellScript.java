package segue.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.kernel.magics.MagicContext;
import segue.kernel.magics.Magics;

/** The order of things in one cell: stretches of Java and, between them, lines that begin with a percent sign. */
final class CellScript {
    private static final Pattern CELL_MAGIC = Pattern.compile("\\A\\s*%%(\\S+)([^\\n]*)(\\n|\\z)");
    private static final Pattern LINE_MAGIC = Pattern.compile("(?m)^[ \\t]*%([A-Za-z]\\w*)(.*)$");

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

    private record LineMagic(int start, int end, String name, String arguments, int argumentsStart) {}

    Optional<Object> run() throws Throwable {
        Matcher matcher = CELL_MAGIC.matcher(cell.code());
        if (matcher.find()) {
            return magics.runCell(matcher.group(1), matcher.group(2).strip(), host.context(cell, matcher.end()));
        }
        Optional<Object> value = Optional.empty();
        int at = 0;
        for (LineMagic magic : lineMagics()) {
            java(at, magic.start, false);
            value = magics.runLine(
                    magic.name, magic.arguments.strip(), host.context(until(magic), magic.argumentsStart));
            at = magic.end;
        }
        boolean javaFollows = !CodeText.blank(cell.code().substring(at), false).isBlank();
        return javaFollows || at == 0 ? java(at, cell.code().length(), true) : value;
    }

    private CellText until(LineMagic magic) {
        return new CellText(cell.name(), cell.code().substring(0, magic.end));
    }

    private Optional<Object> java(int from, int to, boolean last) throws Throwable {
        return host.java(cell, from, to, last);
    }

    private List<LineMagic> lineMagics() {
        List<LineMagic> found = new ArrayList<>();
        if (cell.code().indexOf('%') < 0) {
            return found;
        }
        String bare = CodeText.blank(cell.code(), true);
        Matcher matcher = LINE_MAGIC.matcher(bare);
        while (matcher.find()) {
            if (startsStatement(bare, matcher.start())) {
                found.add(new LineMagic(
                        matcher.start(),
                        matcher.end(),
                        matcher.group(1),
                        cell.code().substring(matcher.start(2), matcher.end(2)),
                        matcher.start(2)));
            }
        }
        return found;
    }

    /** A percent sign that begins a line may also be a division's remainder. */
    private static boolean startsStatement(String bare, int position) {
        String before = bare.substring(0, position).stripTrailing();
        if (before.isEmpty() || before.endsWith(";") || before.endsWith("}")) {
            return true;
        }
        String line = before.substring(before.lastIndexOf('\n') + 1).strip();
        return line.startsWith("%");
    }
}
