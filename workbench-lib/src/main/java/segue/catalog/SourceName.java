package segue.catalog;

import java.io.Serializable;

/**
 * One of the files of a load.
 *
 * @param number which, from 0
 * @param name in reports
 * @param path in errors
 */
public record SourceName(int number, String name, String path) implements Serializable {}
