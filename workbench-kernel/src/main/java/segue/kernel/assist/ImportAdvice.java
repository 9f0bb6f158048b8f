package segue.kernel.assist;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Knows the classes that can be used, and which import a simple name lacks. One is chosen where a single class bears the
 * name, or a single one in the JDK's {@code java} packages and the workbench; otherwise the person has to say which.
 */
final class ImportAdvice {
    private static final long PATIENCE_MILLIS = 1_500;
    private static final List<String> PREFERRED = List.of("java.", "segue.");

    private final NotebookView notebook;
    private final Map<String, Optional<TypeFacts>> facts = new ConcurrentHashMap<>();
    private CompletableFuture<ClassIndex> index;
    private List<Path> indexed = List.of();

    ImportAdvice(NotebookView notebook) {
        this.notebook = notebook;
    }

    /** Begins to look for classes, once for each class path, in the background. */
    synchronized CompletableFuture<ClassIndex> index() {
        List<Path> classpath = notebook.classpath();
        if (index == null || !indexed.equals(classpath)) {
            indexed = classpath;
            facts.values().removeIf(Optional::isEmpty);
            CompletableFuture<ClassIndex> making = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("class index").start(() -> {
                try {
                    making.complete(ClassIndex.of(classpath));
                } catch (RuntimeException | Error e) {
                    making.completeExceptionally(e);
                }
            });
            index = making;
        }
        return index;
    }

    /** The index if it is there soon; completion does not wait for it for long. */
    Optional<ClassIndex> soon() {
        try {
            return Optional.of(index().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Simple names of classes that begin so; if none does, those whose words do. */
    Collection<String> beginningWith(String prefix) {
        return soon().map(known -> {
                    Collection<String> names = known.beginningWith(prefix);
                    return names.isEmpty() ? known.abbreviated(prefix) : names;
                })
                .orElse(List.of());
    }

    /** What is known of a class by its full name; empty where there is none. */
    Optional<TypeFacts> facts(String fullName, Attributed code) {
        return facts.computeIfAbsent(fullName, name -> code.typeNamed(name).map(type -> TypeFacts.of(type, code)));
    }

    /** The public classes with this simple name, those of the JDK and the workbench first. */
    List<TypeFacts> candidates(String simpleName, Attributed code) {
        return soon().map(known -> known.named(simpleName)).orElse(List.of()).stream()
                .filter(name -> !name.equals(simpleName) && !ClassIndex.isInternal(name))
                .flatMap(name -> facts(name, code).stream())
                .filter(TypeFacts::isPublic)
                .sorted((a, b) -> Boolean.compare(isPreferred(b.fullName()), isPreferred(a.fullName())))
                .toList();
    }

    /** The full name of the class that is meant by a simple name, where that is beyond doubt. */
    Optional<String> choice(String simpleName, Attributed code) {
        return choice(candidates(simpleName, code));
    }

    static Optional<String> choice(List<TypeFacts> candidates) {
        List<String> names = candidates.stream().map(TypeFacts::fullName).toList();
        if (names.size() == 1) {
            return Optional.of(names.getFirst());
        }
        List<String> preferred =
                names.stream().filter(ImportAdvice::isPreferred).toList();
        return preferred.size() == 1 ? Optional.of(preferred.getFirst()) : Optional.empty();
    }

    static boolean isPreferred(String fullName) {
        return PREFERRED.stream().anyMatch(fullName::startsWith);
    }

    /** What to import for names that a cell could not resolve; those in doubt or unknown are left out. */
    Set<String> importsFor(Collection<String> simpleNames) {
        Set<String> chosen = new TreeSet<>();
        for (String name : simpleNames) {
            choice(publicCandidates(name)).ifPresent(chosen::add);
        }
        return chosen;
    }

    /** The public classes with this simple name; waits until they are known. */
    List<TypeFacts> publicCandidates(String simpleName) {
        List<String> names = index().join().named(simpleName);
        return names.isEmpty() ? List.of() : candidates(simpleName, Attributed.of("class Empty {}", notebook));
    }
}
