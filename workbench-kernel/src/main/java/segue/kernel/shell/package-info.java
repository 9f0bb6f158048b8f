/**
 * Java in cells.
 *
 * <p>{@link segue.kernel.shell.JavaShell} runs a cell in these steps:
 *
 * <ol>
 *   <li>{@code CellScript} parts lines with a percent sign from Java;
 *   <li>{@code CellParser} cuts the Java into top-level pieces ({@code CellSplitter} finds their ends, the JDK's parser their kind);
 *   <li>{@code CellPlan} compares them with what earlier cells have declared: what is new, what is the same, what has to
 *       be compiled again since something it mentions has changed;
 *   <li>{@code UnitWriter} writes one class for the cell, on the cell's own lines; {@code CellCompiler} compiles it in
 *       memory, all pieces together, so that declarations may stand in any order;
 *   <li>{@code Weaver} puts a poll into methods and loops, so that {@link segue.kernel.shell.Shell#interrupt} can stop
 *       them, and links calls between cells so that they find the latest version of a method;
 *   <li>{@code CellClasses} brings it into the JVM: new classes get a loader of their own, which goes when nothing needs
 *       them any more; a type of which only method bodies have changed is redefined in place;
 *   <li>the statements run on the calling thread.
 * </ol>
 *
 * <p>Everything of Java 25 may stand in a cell, and some of what only files have: a package declaration is left out, a
 * static block runs. A name may be declared again, in a later cell or the same one, and then means the new one; final
 * holds until then. {@code return} outside a method, and methods that every object has, are refused. {@code assert} is on.
 *
 * <p>Errors are for the person: {@code CompileErrors} and {@code Suggestions} word the compiler's messages and what may
 * have been meant, {@code Tracebacks} and {@code TraceFrames} tell exceptions by the cell's own lines, {@code CellNames}
 * keeps the generated classes' names out of all that is shown, {@code MemoryReserve} leaves room to say that memory is
 * full. A cell that calls {@code System.exit} makes the kernel ask.
 *
 * <p>A variable is a static field of the cell that declared it. Nothing moves it later, so it keeps its value through
 * imports and redefinitions. Its object stays when its class gets new method bodies ({@code Redefinition}); when fields,
 * signatures or supertypes of the class change, that makes another class, and the variable is set to null, which is said. A value is shown for a
 * closing expression without a semicolon, and not for null.
 *
 * <pre>{@code
 * try (JavaShell shell = new JavaShell()) {
 *     shell.execute("var xs = List.of(3, 1, 2);", 1, output);
 *     shell.execute("xs.stream().sorted().toList()", 2, output); // Ok[value=[1, 2, 3]]
 * }
 * }</pre>
 *
 * <p>Costs: 10 to 20 ms a cell once warm, twice that with a {@code var} whose type is not evident, 100 ms for 100 statements; the poll costs nothing that
 * can be measured. {@code Assistant} lets {@link segue.kernel.assist} see what cells declare; questions about code do not
 * wait for a running cell.
 */
package segue.kernel.shell;
