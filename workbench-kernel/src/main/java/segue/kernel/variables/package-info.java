/**
 * The variables of a notebook at a glance: for {@code %whos}, and for a variable inspector.
 *
 * <p>{@link segue.kernel.variables.VariableSummary} says in one line what a variable holds. {@code Glimpse} makes the
 * line without running code of the notebook or of a library where that could be slow, lazy or have an effect: it reads
 * fields and the sizes of the JDK's own containers, and calls {@code toString} of plain values only.
 *
 * <pre>{@code
 * VariableSummary.of("song", "Song", song) // song  Song  title="Kind of Blue", year=1959
 * }</pre>
 *
 * <p>Costs: some microseconds a variable, whatever its size.
 */
package segue.kernel.variables;
