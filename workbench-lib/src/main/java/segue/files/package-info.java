/**
 * Files that are there whole or not at all: written beside their place, then moved.
 *
 * <pre>{@code
 * WholeFile.write(Path.of("ids.npy"), part -> Files.write(part, bytes));
 * }</pre>
 *
 * <p>Whoever reads the file sees the old content or the new, never a part; if writing fails, the old content stays.
 */
package segue.files;
