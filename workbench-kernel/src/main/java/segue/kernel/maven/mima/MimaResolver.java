package segue.kernel.maven.mima;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import eu.maveniverse.maven.mima.extensions.mmr.MavenModelReader;
import eu.maveniverse.maven.mima.extensions.mmr.ModelRequest;
import eu.maveniverse.maven.mima.extensions.mmr.ModelResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResult;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;
import segue.kernel.maven.ArtifactResolver;
import segue.kernel.maven.Coordinate;
import segue.kernel.maven.FoundJar;
import segue.kernel.maven.Repository;
import segue.kernel.maven.ResolutionFailure;
import segue.kernel.maven.ResolveRequest;

/** Maven's resolver with Maven's settings, which are read anew for each request. */
public final class MimaResolver implements ArtifactResolver {
    private static final String LOCAL_REPOSITORY = "maven.repo.local";

    /** Fetching blocks in the network, which no interrupt reaches: it has a thread of its own that is left behind. */
    @Override
    public List<FoundJar> resolve(ResolveRequest request, Consumer<String> status)
            throws ResolutionFailure, InterruptedException {
        Transfers transfers = new Transfers(status);
        FutureTask<List<FoundJar>> task = new FutureTask<>(() -> resolve(request, transfers));
        Thread thread = Thread.ofPlatform().daemon().name("maven").unstarted(task);
        thread.setContextClassLoader(MimaResolver.class.getClassLoader());
        thread.start();
        try {
            List<FoundJar> found = task.get();
            transfers.end();
            return found;
        } catch (InterruptedException e) {
            transfers.cancel();
            thread.interrupt();
            throw e;
        } catch (ExecutionException e) {
            transfers.end();
            switch (e.getCause()) {
                case ResolutionFailure failure -> throw failure;
                case RuntimeException failure ->
                    throw new ResolutionFailure("Maven's resolver failed: " + FailureReport.deepest(failure));
                case Error error -> throw error;
                default ->
                    throw new ResolutionFailure(String.valueOf(e.getCause().getMessage()));
            }
        }
    }

    private static List<FoundJar> resolve(ResolveRequest request, Transfers transfers) throws ResolutionFailure {
        try (Context context = Runtimes.INSTANCE.getRuntime().create(overrides(request))) {
            DefaultRepositorySystemSession session =
                    new DefaultRepositorySystemSession(context.repositorySystemSession());
            session.setTransferListener(transfers);
            session.setOffline(session.isOffline() || OfflineSetting.isOn(context));
            // A person who runs a cell again wants it tried again, whatever the last answer was.
            session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
            CollectRequest collect = collect(context, session, request);
            FailureReport report = new FailureReport(context.repositorySystem(), session, collect);
            try {
                DependencyResult result = context.repositorySystem()
                        .resolveDependencies(
                                session,
                                new DependencyRequest(
                                        collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME)));
                return found(result, collect);
            } catch (RepositoryException e) {
                throw new ResolutionFailure(report.of(e));
            }
        }
    }

    private static ContextOverrides overrides(ResolveRequest request) {
        List<RemoteRepository> repositories = new ArrayList<>();
        if (!request.only()) {
            repositories.addAll(ContextOverrides.DEFAULT_REMOTE_REPOSITORIES);
        }
        repositories.addAll(remote(request.repositories()));
        ContextOverrides.Builder overrides = ContextOverrides.create()
                .withUserSettings(true)
                .withMavenUserHomeOverride(Path.of(System.getProperty("user.home"), ".m2"))
                .repositories(repositories)
                .addRepositoriesOp(
                        request.only()
                                ? ContextOverrides.AddRepositoriesOp.REPLACE
                                : ContextOverrides.AddRepositoriesOp.APPEND);
        String local = System.getProperty(LOCAL_REPOSITORY);
        if (local != null && !local.isBlank()) {
            overrides.withLocalRepositoryOverride(Path.of(local));
        }
        return overrides.build();
    }

    private static List<RemoteRepository> remote(List<Repository> repositories) {
        return repositories.stream()
                .map(repository -> new RemoteRepository.Builder(repository.id(), "default", repository.url()).build())
                .toList();
    }

    private static CollectRequest collect(
            Context context, DefaultRepositorySystemSession session, ResolveRequest request) throws ResolutionFailure {
        CollectRequest collect = new CollectRequest();
        List<RemoteRepository> repositories = new ArrayList<>();
        if (request.pom().isPresent()) {
            ArtifactDescriptorResult pom = pom(context, session, request);
            pom.getDependencies().stream()
                    .filter(dependency -> request.scopes().contains(dependency.getScope()))
                    .map(dependency -> dependency.setScope(JavaScopes.COMPILE))
                    .forEach(collect::addDependency);
            collect.setManagedDependencies(pom.getManagedDependencies());
            repositories.addAll(context.repositorySystem().newResolutionRepositories(session, pom.getRepositories()));
        }
        for (Coordinate wanted : request.artifacts()) {
            collect.addDependency(new Dependency(artifact(wanted), JavaScopes.COMPILE));
        }
        for (RemoteRepository repository : context.remoteRepositories()) {
            if (repositories.stream().noneMatch(known -> known.getId().equals(repository.getId()))) {
                repositories.add(repository);
            }
        }
        collect.setRepositories(repositories);
        return collect;
    }

    private static ArtifactDescriptorResult pom(
            Context context, DefaultRepositorySystemSession session, ResolveRequest request) throws ResolutionFailure {
        try (Context own = context.customize(context.contextOverrides().toBuilder()
                .transferListener(session.getTransferListener())
                .offline(session.isOffline())
                .build())) {
            ModelResponse model = new MavenModelReader(own)
                    .readModel(ModelRequest.builder()
                            .setPomFile(request.pom().orElseThrow())
                            .setRepositories(context.remoteRepositories())
                            .build());
            return model.toArtifactDescriptorResult(model.getEffectiveModel());
        } catch (RepositoryException e) {
            throw new ResolutionFailure(FailureReport.ofPom(e));
        }
    }

    private static Artifact artifact(Coordinate wanted) {
        return new DefaultArtifact(
                wanted.groupId(), wanted.artifactId(), wanted.classifier(), wanted.extension(), wanted.version());
    }

    private static List<FoundJar> found(DependencyResult result, CollectRequest collect) {
        List<FoundJar> found = new ArrayList<>();
        for (ArtifactResult each : result.getArtifactResults()) {
            Artifact artifact = each.getArtifact();
            boolean requested = collect.getDependencies().stream()
                    .map(Dependency::getArtifact)
                    .anyMatch(wanted -> wanted.getGroupId().equals(artifact.getGroupId())
                            && wanted.getArtifactId().equals(artifact.getArtifactId()));
            if (!artifact.getExtension().equals("pom")) {
                found.add(new FoundJar(
                        new Coordinate(
                                artifact.getGroupId(),
                                artifact.getArtifactId(),
                                artifact.getExtension(),
                                artifact.getClassifier(),
                                artifact.getVersion()),
                        artifact.getFile().toPath(),
                        requested));
            }
        }
        return found;
    }
}
