/**
 * The Jupyter kernel: the only place that knows Jupyter.
 *
 * <p>The rooms, and what each knows:
 *
 * <ul>
 *   <li>{@link segue.kernel.wire}: ZeroMQ sockets and signed Jupyter messages. Knows nothing of what they mean.
 *   <li>{@link segue.kernel.shell}: runs Java cells. Knows nothing of messages; its
 *       {@link segue.kernel.shell.Shell} and {@link segue.kernel.shell.CellOutput} are the seam to here.
 *   <li>{@link segue.kernel.assist}: completion, tooltips and whether code is complete. Knows the shell by a view alone.
 *   <li>{@link segue.kernel.display}: values in the forms that a front end shows. {@code segue.kernel.magics}: the
 *       commands that begin with a percent sign.
 *   <li>{@link segue.kernel.comm}: channels between cells and code of the front end. {@code segue.kernel.variables}: what
 *       each variable holds, in a line.
 *   <li>{@link segue.kernel.install}: the kernelspec. Knows nothing of the others.
 *   <li>This package joins them. {@code Main} reads the connection file, {@code Kernel} opens the sockets,
 *       {@code Dispatch} decides who answers a request, {@code CellQueue} and {@code Cells} run cells one after another,
 *       {@code IoPub} tells every front end what happens, {@code CellChannel} carries one cell's output, {@code Input}
 *       asks for a line, {@code CommRequests} gives messages of comms their turn among the cells, {@code VariableInspector}
 *       tells a front end all variables after each cell, {@code Questions} and {@code History} answer at once, also while a cell runs.
 * </ul>
 *
 * <p>A cell's way: the reader thread of the connection checks the signature and puts the request into the queue; the cell
 * thread says <i>busy</i>, runs {@code Shell.execute}, and says <i>idle</i>. What the cell prints goes to {@code IoPub},
 * which sends it after 10 ms or 64 KiB, and in any case before the reply.
 *
 * <p>Costs, on two busy cores: 1.5 ms for a round trip, 130 ms for 100,000 printed lines, and 65 MB of memory before a
 * shell is loaded.
 */
package segue.kernel;
