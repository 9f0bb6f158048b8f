package segue.kernel.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says the names of cells' classes as they were written. The JVM knows a class {@code Song} of a cell as
 * {@code REPL.$12$Song}, which nobody has typed and which tells nothing.
 */
final class CellNames {
    private static final String MARK = CellCompiler.PACKAGE + ".$";
    private static final Pattern FRAME = Pattern.compile("(?m)^(\\s*at )(?:cell//)?" + CellCompiler.PACKAGE
            + "\\.\\$[0-9_]+(?:\\$[\\w$]+)?\\.([\\w$<>]+)\\(([^()\\n]*?):?(\\d*)\\)$");
    private static final Pattern LAMBDA =
            Pattern.compile("(?:class )?REPL\\.\\$[0-9_]+(?:\\$\\w+)*?\\$\\$Lambda(?:/0x[0-9a-f]+)?");
    private static final Pattern ANONYMOUS =
            Pattern.compile("(?:class )?REPL\\.\\$[0-9_]+[$.](?:\\d+|\\$\\w+)(?![\\w$.])");
    private static final Pattern LOCAL = Pattern.compile("REPL\\.\\$[0-9_]+\\$\\d+(?=[A-Za-z_])");
    private static final Pattern MEMBER = Pattern.compile("REPL\\.\\$[0-9_]+[.$]");
    private static final Pattern UNIT = Pattern.compile("(?:class )?REPL\\.\\$[0-9_]+");
    private static final Pattern LOADERS =
            Pattern.compile(" \\([^()]* is in (?:unnamed )?module [^()]*of loader [^()]*\\)");

    private CellNames() {}

    /** The text without generated names and without loaders of classes. */
    static String readable(String text) {
        if (!text.contains(MARK)) {
            return text;
        }
        String clean = FRAME.matcher(text).replaceAll(CellNames::frame);
        clean = LOADERS.matcher(clean).replaceAll("");
        clean = LAMBDA.matcher(clean).replaceAll("lambda");
        clean = ANONYMOUS.matcher(clean).replaceAll("anonymous class");
        clean = LOCAL.matcher(clean).replaceAll("");
        clean = MEMBER.matcher(clean).replaceAll("");
        return UNIT.matcher(clean).replaceAll("the notebook");
    }

    private static String frame(java.util.regex.MatchResult found) {
        String method = found.group(2);
        String place = found.group(3) + (found.group(4).isEmpty() ? "" : ", line " + found.group(4));
        String said = method.indexOf('$') >= 0 ? place : method + " (" + place + ")";
        return Matcher.quoteReplacement(found.group(1) + said);
    }
}
