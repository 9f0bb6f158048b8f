/**
 * Makes the kernel known to Jupyter: writes the kernelspec named {@code java} and its logos.
 *
 * <p>{@link segue.kernel.install.Install} reads the command line, {@code JupyterData} knows Jupyter's folders,
 * {@code KernelSpec} what the spec says, and {@code KernelFolder} puts it in place or takes it away. A kernel of somebody
 * else under the same name is never touched unless {@code --force} is given.
 *
 * <pre>
 * java -cp 'target/lib/*' segue.kernel.install.Install --user --classpath "$PWD/target/lib/*"
 * </pre>
 *
 * <p>It takes half a second and 10 kB.
 */
package segue.kernel.install;
