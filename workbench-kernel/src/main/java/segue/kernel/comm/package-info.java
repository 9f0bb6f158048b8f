/**
 * Comms: Jupyter's two-way channels between the code of cells and a front end's own code, such as a widget.
 *
 * <p>{@link segue.kernel.comm.Comms} knows the targets that front ends may open and the comms that are open;
 * {@link segue.kernel.comm.Comm} is one of them. Every cell can name both without an import:
 *
 * <pre>{@code
 * Comms.register("echo", comm -> comm.onMessage(message -> comm.send(message.data())));
 *
 * Comm progress = Comm.open("my.progress", Map.of("total", 10));
 * progress.send(Map.of("done", 3));
 * progress.close();
 * }</pre>
 *
 * <p>Handlers run on the thread of the cells, in the order of the messages and between cells, so they see variables as a
 * cell would; {@link segue.kernel.comm.Comms.When#AT_ONCE} is for those that have to answer while a cell runs. What a
 * handler prints, and its errors, stand under the cell that registered it.
 *
 * <p>Costs: nothing until a first comm; a message is a millisecond.
 */
package segue.kernel.comm;
