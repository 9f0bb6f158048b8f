/**
 * Answers about code that is being written: completion, tooltips, and whether a cell is complete.
 *
 * <p>{@link segue.kernel.assist.CodeAnswers} takes the questions. It knows the notebook by
 * {@link segue.kernel.assist.NotebookView} alone, and asks the JDK's compiler anew for each cell; nothing is made before
 * the first question, and one reading is kept.
 *
 * <ul>
 *   <li>{@code Tokens} and {@code Chunk} see code as it is typed; {@code MagicLines} sets magics apart.
 *   <li>{@code CursorUnit} makes a class of the cell, a marker where the cursor is, with {@code OpenEnds} closing what is
 *       open; {@code Attributed} is what the compiler makes of it.
 *   <li>{@code Completer} looks where the marker has come to stand: {@code MemberProposals} after a dot,
 *       {@code SimpleNames} with {@code NameProposals} and {@code TypeProposals} elsewhere. {@code Wanted} knows the type
 *       that would fit, {@code Proposals} puts the best first.
 *   <li>{@code ClassIndex} has every class by its simple name, {@code ImportAdvice} the import that a name lacks.
 *   <li>{@code Inspector} finds what a name stands for; {@code Sources} its documentation, {@code Documentation} the page.
 *   <li>{@code CompletenessCheck} asks the parser alone.
 * </ul>
 *
 * <pre>{@code
 * answers.complete("List.of(1, 2).str", 17) // stream()  () → Stream<Integer>
 * }</pre>
 *
 * <p>Costs, once warm: 10 to 20 ms for a question about new code, 1 ms while the same name is typed on; some 6 MB for the
 * reading that is kept, 2 MB for the index of classes.
 */
package segue.kernel.assist;
