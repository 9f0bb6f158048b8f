package segue.catalog;

import java.util.OptionalLong;

/**
 * The only exception that reading or writing songs throws for what a file contains or for what the disk refuses. The
 * message names the file, the line where there is one, what was found, and what to do.
 *
 * <p>Unchecked, because a notebook cell should not need a {@code try} and there is nothing to do but to tell the person.
 * A bad row never causes it: bad rows go to the {@link CleaningReport}.
 */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final String advice;

    /**
     * @param line from 1; 0 where the whole file is meant
     * @param problem what was found, and what was expected
     * @param advice what to do, a sentence without its full stop
     */
    public CatalogException(String file, long line, String problem, String advice) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + problem + ". " + advice + ".");
        this.file = file;
        this.line = line;
        this.advice = advice;
    }

    /** Of a whole file. */
    public CatalogException(String file, String problem, String advice) {
        this(file, 0, problem, advice);
    }

    /** Of a whole file, with what caused it. */
    public CatalogException(String file, String problem, String advice, Throwable cause) {
        this(file, 0, problem, advice);
        initCause(cause);
    }

    /** The file, as it was named by the caller. */
    public String file() {
        return file;
    }

    /** The physical line from 1, empty where the whole file is meant. */
    public OptionalLong line() {
        return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
    }

    /** What to do about it, a sentence without its full stop. */
    public String advice() {
        return advice;
    }
}
