package segue.kernel.magics;

import java.util.Optional;

/**
 * One magic.
 *
 * @param name with its percent signs: {@code %time} for a line, {@code %%time} for a cell
 * @param usage how it is written
 * @param help what it does, in a sentence or two
 */
record Magic(String name, String usage, String help, Action action) {
    /** What it does; the value is shown as the cell's where the magic stands last. */
    @FunctionalInterface
    interface Action {
        Optional<Object> run(String arguments, MagicContext context) throws Throwable;
    }
}
