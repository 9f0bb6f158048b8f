package segue.kernel.maven.mima;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.util.graph.visitor.PathRecordingDependencyVisitor;
import org.eclipse.aether.version.Version;
import segue.kernel.maven.Coordinate;

/** What was tried and why it failed, in lines for the person who asked. */
final class FailureReport {
    private static final int MOST_VERSIONS = 6;
    private static final int MOST_ARTIFACTS = 10;

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final CollectRequest collect;

    FailureReport(RepositorySystem system, RepositorySystemSession session, CollectRequest collect) {
        this.system = system;
        this.session = session;
        this.collect = collect;
    }

    String of(RepositoryException failure) {
        List<String> lines = new ArrayList<>();
        List<ArtifactResult> missing = missing(failure);
        DependencyNode root =
                failure instanceof DependencyResolutionException resolution && resolution.getResult() != null
                        ? resolution.getResult().getRoot()
                        : null;
        for (ArtifactResult each : missing.subList(0, Math.min(MOST_ARTIFACTS, missing.size()))) {
            describe(each, root, lines);
        }
        if (missing.size() > MOST_ARTIFACTS) {
            lines.add("… and " + (missing.size() - MOST_ARTIFACTS) + " more");
        }
        if (missing.isEmpty()) {
            lines.add(deepest(failure));
            tried(lines, Map.of(), false);
        }
        return String.join("\n", lines);
    }

    private static List<ArtifactResult> missing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArtifactResolutionException artifacts) {
                return artifacts.getResults().stream()
                        .filter(result -> !result.isResolved())
                        .toList();
            }
        }
        return List.of();
    }

    private void describe(ArtifactResult result, DependencyNode root, List<String> lines) {
        Artifact artifact = result.getRequest().getArtifact();
        Map<String, String> reasons = new LinkedHashMap<>();
        boolean absent = false;
        for (Exception each : result.getExceptions()) {
            if (each instanceof ArtifactTransferException transfer && transfer.getRepository() != null) {
                absent |= each instanceof ArtifactNotFoundException;
                reasons.putIfAbsent(
                        transfer.getRepository().getId(),
                        each instanceof ArtifactNotFoundException ? "not there" : deepest(each));
            }
        }
        lines.add(name(artifact) + " could not be "
                + (reasons.values().stream().allMatch("not there"::equals) ? "found" : "fetched")
                + neededBy(artifact, root) + ". Tried, in this order:");
        tried(lines, reasons, artifact.isSnapshot());
        if (absent && !session.isOffline()) {
            versions(artifact, lines);
        }
    }

    private void tried(List<String> lines, Map<String, String> reasons, boolean snapshot) {
        lines.add("  local repository " + session.getLocalRepository().getBasedir() + ": not there");
        for (RemoteRepository repository : collect.getRepositories()) {
            String reason = reasons.get(repository.getId());
            String mirrored = repository.getMirroredRepositories().isEmpty() ? "" : ", a mirror by settings.xml";
            lines.add("  " + repository.getId() + " (" + repository.getUrl() + mirrored + "): "
                    + (session.isOffline() || !reasons.containsKey(repository.getId())
                            ? whyNotAsked(repository, snapshot)
                            : reasons.get(repository.getId())));
        }
    }

    private String whyNotAsked(RemoteRepository repository, boolean snapshot) {
        if (session.isOffline()) {
            return "not asked, since settings.xml says offline";
        }
        return snapshot && !repository.getPolicy(true).isEnabled()
                ? "not asked, since it has no snapshots"
                : "not asked";
    }

    /** As it is asked for: a POM stands for what it describes. */
    private static String name(Artifact artifact) {
        return new Coordinate(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getExtension().equals("pom") ? "jar" : artifact.getExtension(),
                        artifact.getClassifier(),
                        artifact.getVersion())
                .toString();
    }

    private String neededBy(Artifact artifact, DependencyNode root) {
        if (root == null) {
            return "";
        }
        PathRecordingDependencyVisitor visitor = new PathRecordingDependencyVisitor(
                (node, _) -> node.getArtifact() != null && sameButVersion(node.getArtifact(), artifact));
        root.accept(visitor);
        return visitor.getPaths().stream()
                .map(path ->
                        path.stream().filter(node -> node.getArtifact() != null).toList())
                .filter(path -> path.size() > 1)
                .findFirst()
                .map(path -> ", which " + name(path.get(path.size() - 2).getArtifact()) + " needs")
                .orElse("");
    }

    private static boolean sameButVersion(Artifact a, Artifact b) {
        return a.getGroupId().equals(b.getGroupId()) && a.getArtifactId().equals(b.getArtifactId());
    }

    private void versions(Artifact artifact, List<String> lines) {
        try {
            List<Version> versions = system.resolveVersionRange(
                            session,
                            new VersionRangeRequest(
                                    new DefaultArtifact(
                                            artifact.getGroupId(),
                                            artifact.getArtifactId(),
                                            artifact.getExtension(),
                                            "[0,)"),
                                    collect.getRepositories(),
                                    null))
                    .getVersions()
                    .reversed();
            String name = artifact.getGroupId() + ":" + artifact.getArtifactId();
            if (versions.isEmpty()) {
                lines.add("No version of " + name + " is known there: check the group and the name of the artifact.");
            } else {
                lines.add("Versions of " + name + " that exist, newest first: "
                        + String.join(
                                ", ",
                                versions.stream()
                                        .limit(MOST_VERSIONS)
                                        .map(Version::toString)
                                        .toList())
                        + (versions.size() > MOST_VERSIONS ? ", …" : ""));
            }
        } catch (VersionRangeResolutionException e) {
            // A hint only: what was tried is told already.
            lines.add("Which versions exist could not be found out: " + deepest(e));
        }
    }

    static String ofPom(RepositoryException failure) {
        Set<String> lines = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelBuildingException model) {
                lines.add("The POM cannot be used:");
                for (ModelProblem problem : model.getProblems()) {
                    if (problem.getSeverity() != ModelProblem.Severity.WARNING) {
                        lines.add("  " + problem.getMessage()
                                + (problem.getLineNumber() > 0 ? " (line " + problem.getLineNumber() + ")" : ""));
                    }
                }
            }
        }
        return lines.isEmpty() ? deepest(failure) : String.join("\n", lines);
    }

    static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause instanceof RepositoryException
                ? cause.getMessage()
                : switch (cause) {
                    case java.net.UnknownHostException e ->
                        "there is no host " + String.valueOf(e.getMessage()).replaceFirst(":.*", "");
                    case java.io.InterruptedIOException e -> "no answer in time: " + e.getMessage();
                    default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
                };
    }
}
