package segue.kernel.maven;

import java.util.List;
import java.util.function.Consumer;

/** Finds jars by coordinates: in the local repository, else in remote ones. May be called from any thread. */
public interface ArtifactResolver {
    /**
     * Finds what is wanted and all that it needs to run, in class path order, one version of each artifact.
     *
     * @param status takes a line that says what is being fetched, now and then; never called where all is here already
     * @throws ResolutionFailure if anything is missing
     * @throws InterruptedException if the calling thread is interrupted; fetching then stops
     */
    List<FoundJar> resolve(ResolveRequest request, Consumer<String> status)
            throws ResolutionFailure, InterruptedException;
}
