package segue.kernel.shell;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Units with a class whose static initialiser failed. The JVM never tries again, but a cell that is run again makes the
 * class anew, and that may do better.
 */
final class FailedUnits {
    private final Set<String> units = new HashSet<>();

    boolean contains(String unit) {
        return units.contains(unit);
    }

    void note(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getMethodName().equals("<clinit>") && UnitNames.isCell(frame.getClassName())) {
                    units.add(UnitNames.unit(frame.getClassName()));
                }
            }
        }
    }
}
