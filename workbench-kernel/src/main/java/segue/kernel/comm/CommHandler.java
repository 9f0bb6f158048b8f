package segue.kernel.comm;

/**
 * What is done upon a message, an opening or a closing; an exception is shown under the cell that registered it.
 *
 * @param <T> what it is told
 */
@FunctionalInterface
public interface CommHandler<T> {
    void handle(T told) throws Exception;
}
