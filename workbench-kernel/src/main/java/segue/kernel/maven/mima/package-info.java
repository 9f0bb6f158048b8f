/** The resolver itself, on MIMA. Loaded by {@link segue.kernel.maven.ResolverLoader} alone. */
package segue.kernel.maven.mima;
