package segue.kernel.shell;

import java.util.LinkedHashSet;
import java.util.Set;

/** What can be told about Java code without parsing it. */
final class CodeText {
    private CodeText() {}

    /** Every name in the code, in order of appearance; those in comments and strings too. */
    static Set<String> names(CharSequence code) {
        Set<String> names = new LinkedHashSet<>();
        int i = 0;
        while (i < code.length()) {
            if (!Character.isJavaIdentifierStart(code.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < code.length() && Character.isJavaIdentifierPart(code.charAt(i))) {
                i++;
            }
            names.add(code.subSequence(start, i).toString());
        }
        return names;
    }

    /** Blanks comments, and strings too where asked; keeps every position and line break. */
    static String blank(String code, boolean strings) {
        StringBuilder out = new StringBuilder(code);
        int i = 0;
        while (i < code.length()) {
            int end = i + 1;
            boolean blanked = false;
            if (code.startsWith("//", i)) {
                int line = code.indexOf('\n', i);
                end = line < 0 ? code.length() : line;
                blanked = true;
            } else if (code.startsWith("/*", i)) {
                int close = code.indexOf("*/", i + 2);
                end = close < 0 ? code.length() : close + 2;
                blanked = close >= 0; // the compiler is to see one that is never closed
            } else if (code.startsWith("\"\"\"", i)) {
                end = closing(code, i + 3, "\"\"\"");
                blanked = strings;
            } else if (code.charAt(i) == '"' || code.charAt(i) == '\'') {
                end = closing(code, i + 1, code.substring(i, i + 1));
                blanked = strings;
            }
            for (int k = i; blanked && k < end; k++) {
                if (out.charAt(k) != '\n') {
                    out.setCharAt(k, ' ');
                }
            }
            i = end;
        }
        return out.toString();
    }

    private static int closing(String code, int from, String quote) {
        for (int i = from; i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(quote, i)) {
                return i + quote.length();
            } else if (code.charAt(i) == '\n' && quote.length() == 1) {
                return i;
            }
        }
        return code.length();
    }
}
