/**
 * Libraries by their Maven coordinates.
 *
 * <p>{@link segue.kernel.maven.ArtifactResolver} is all that magics see: a {@link segue.kernel.maven.ResolveRequest} goes
 * in, jars come out, or a {@link segue.kernel.maven.ResolutionFailure} that says what was tried. Behind it stands MIMA,
 * which reads {@code settings.xml} (mirrors, proxies, credentials, profiles) and runs Maven's own resolver, so that
 * versions are chosen as a build would choose them, checksums are verified, and what the local repository has is not
 * asked for again.
 *
 * <pre>{@code
 * var resolver = ResolverLoader.resolver();
 * var request = ResolveRequest.of(List.of(Coordinate.parse("org.apache.commons:commons-lang3:3.18.0")));
 * resolver.resolve(request, System.err::println); // [commons-lang3-3.18.0.jar]
 * }</pre>
 *
 * <p>MIMA and what it needs stand in {@code lib/maven}, off the class path: {@link segue.kernel.maven.ResolverLoader}
 * opens them with a class loader of their own when the first magic asks, so they cost nothing before, and a notebook may
 * use any version of the same libraries. Only {@code segue.kernel.maven.mima} imports them.
 *
 * <p>Costs: nothing until used; then about 0.6 s and 15 MB once, and 10 to 50 ms for libraries that are already there.
 */
package segue.kernel.maven;
