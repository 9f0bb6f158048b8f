package segue.kernel.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted: artifacts, or the dependencies of a POM, with everything that they need in turn.
 *
 * @param artifacts wanted for themselves
 * @param pom whose dependencies are wanted
 * @param scopes of those of the POM's own dependencies that are wanted
 * @param repositories to look into besides those of Maven's settings, after them
 * @param only whether to look into {@code repositories} alone
 */
public record ResolveRequest(
        List<Coordinate> artifacts,
        Optional<Path> pom,
        Set<String> scopes,
        List<Repository> repositories,
        boolean only) {
    /** Scopes of what is needed to run. */
    public static final Set<String> RUN = Set.of("compile", "runtime", "system", "import");

    public ResolveRequest {
        artifacts = List.copyOf(artifacts);
        scopes = Set.copyOf(scopes);
        repositories = List.copyOf(repositories);
    }

    public static ResolveRequest of(List<Coordinate> artifacts) {
        return new ResolveRequest(artifacts, Optional.empty(), RUN, List.of(), false);
    }

    /** @param scopes none for {@link #RUN} */
    public static ResolveRequest ofPom(Path pom, Set<String> scopes) {
        return new ResolveRequest(List.of(), Optional.of(pom), scopes.isEmpty() ? RUN : scopes, List.of(), false);
    }

    public ResolveRequest withRepositories(List<Repository> repositories, boolean only) {
        return new ResolveRequest(artifacts, pom, scopes, repositories, only);
    }
}
