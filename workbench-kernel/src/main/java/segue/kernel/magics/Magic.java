package segue.kernel.magics;

import java.util.Optional;

/**
 * One magic.
 *
 * @param name with its percent signs: {@code %time} for a line, {@code %%time} for a cell
 * @param usage how it is written
 * @param help what it does, in a sentence or two
 * @param shown whether its value is the cell's where the magic stands last; in Java code the value is there either way
 */
public record Magic(String name, String usage, String help, boolean shown, Action action) {
    /** What it does, and its value. */
    @FunctionalInterface
    public interface Action {
        Optional<Object> run(Arguments arguments, MagicContext context) throws Throwable;
    }

    /** A magic whose value is of use only to Java code. */
    static Magic quiet(String name, String usage, String help, Action action) {
        return new Magic(name, usage, help, false, action);
    }

    static Magic shown(String name, String usage, String help, Action action) {
        return new Magic(name, usage, help, true, action);
    }

    /** The same under another name. */
    Magic as(String alias) {
        return new Magic(alias, alias + usage.substring(name.length()), "The same as " + name + ".", shown, action);
    }
}
