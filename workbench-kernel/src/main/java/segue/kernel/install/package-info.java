/**
 * Makes the kernel known to Jupyter: writes the kernelspec named {@code java} and its logos.
 *
 * <p>{@link segue.kernel.install.KernelCommand} is the command {@code ./segue kernel}, {@code JupyterData} knows Jupyter's
 * folders, {@code KernelSpec} what the spec says, and {@code KernelFolder} puts it in place or takes it away. A kernel of somebody
 * else under the same name is never touched unless {@code --force} is given.
 *
 * <pre>
 * ./segue kernel install --user
 * </pre>
 *
 * <p>It takes half a second and 10 kB.
 */
package segue.kernel.install;
