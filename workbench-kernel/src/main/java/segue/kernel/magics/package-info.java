/**
 * Lines and cells that begin with a percent sign.
 *
 * <p>{@link segue.kernel.magics.Magics} knows every magic by name; each is a small {@code Magic} value with its usage, a
 * help text and an action, so that {@code %list} can never miss one. An action sees the notebook only through
 * {@link segue.kernel.magics.MagicContext}. A new magic is a new value in {@code Magics.standard()}.
 *
 * <pre>{@code
 * %jars lib/*.jar
 * %time catalog.tracks().size()
 * }</pre>
 *
 * <p>A cell without a percent sign pays nothing for this package.
 */
package segue.kernel.magics;
