/**
 * Files that are there whole or not at all: written beside their place, then moved.
 *
 * <pre>{@code
 * WholeFile.write(Path.of("ids.npy"), part -> Files.write(part, bytes));
 *
 * FileKind notes = new FileKind("SegNotes", 1, "saved notes");           // a kind of file of our own
 * notes.write(file, out -> out.text("to be read again"));
 * String text = notes.read(file, FieldInput::text);                       // or a sentence that says what is wrong with it
 * }</pre>
 *
 * <p>Whoever reads the file sees the old content or the new, never a part; if writing fails, the old content stays. Files that
 * only Segue reads have a mark, a version and a checksum by {@link segue.files.FileKind}. What a person has set, in a file or the
 * environment, is read by {@link segue.files.PersonalSettings}.
 */
package segue.files;
