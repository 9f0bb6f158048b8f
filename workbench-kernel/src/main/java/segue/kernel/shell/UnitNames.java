package segue.kernel.shell;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of generated classes: {@code REPL.$7} holds the statements of a cell, {@code REPL.$7_0$Song} a type of it. */
final class UnitNames {
    private static final String PREFIX = CellCompiler.PACKAGE + ".$";
    private static final Pattern MENTION = Pattern.compile(CellCompiler.PACKAGE + "/(\\$[0-9_]+)");

    private UnitNames() {}

    static boolean isCell(String className) {
        return className.startsWith(PREFIX);
    }

    /** Whether it is an outermost class, which nobody has written. */
    static boolean isUnit(String className) {
        return unit(className).length() == className.length() - CellCompiler.PACKAGE.length() - 1;
    }

    /** The unit of a class: its outermost class, without the package. */
    static String unit(String className) {
        int start = CellCompiler.PACKAGE.length() + 1;
        int end = className.indexOf('$', start + 1);
        return className.substring(start, end < 0 ? className.length() : end);
    }

    /** The units that a class file mentions, its own among them. */
    static Set<String> mentioned(byte[] classFile) {
        Set<String> units = new HashSet<>();
        for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
            if (entry instanceof Utf8Entry text) {
                String value = text.stringValue();
                if (value.contains(CellCompiler.PACKAGE)) {
                    Matcher matcher = MENTION.matcher(value);
                    while (matcher.find()) {
                        units.add(matcher.group(1));
                    }
                }
            }
        }
        return units;
    }
}
