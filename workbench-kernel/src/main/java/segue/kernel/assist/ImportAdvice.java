package segue.kernel.assist;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Knows which import a simple name lacks. One is chosen where a single class bears the name, or a single one in the JDK's
 * {@code java} packages and the workbench; otherwise the person has to say which.
 */
public final class ImportAdvice {
    private static final long PATIENCE_MILLIS = 500;
    private static final List<String> PREFERRED = List.of("java.", "segue.");

    private final NotebookView notebook;
    private CompletableFuture<ClassIndex> index;
    private List<Path> indexed = List.of();

    public ImportAdvice(NotebookView notebook) {
        this.notebook = notebook;
    }

    /** Begins to look for classes, once, in the background. */
    synchronized CompletableFuture<ClassIndex> index() {
        List<Path> classpath = notebook.classpath();
        if (index == null || !indexed.equals(classpath)) {
            indexed = classpath;
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

    /** Simple names of classes that begin so, or whose words do; the whole words first. */
    Collection<String> beginningWith(String prefix) {
        return soon().map(known -> {
                    Collection<String> names = known.beginningWith(prefix);
                    return names.isEmpty() ? known.abbreviated(prefix) : names;
                })
                .orElse(List.of());
    }

    /** Full names of the public classes with this simple name, those of the JDK and the workbench first. */
    List<String> candidates(String simpleName, Attributed code) {
        return soon().map(known -> known.named(simpleName)).orElse(List.of()).stream()
                .filter(name -> !name.equals(simpleName) && !ClassIndex.isInternal(name))
                .filter(name -> isPublic(code.elements.getTypeElement(name)))
                .sorted((a, b) -> Boolean.compare(isPreferred(b), isPreferred(a)))
                .toList();
    }

    private static boolean isPublic(TypeElement type) {
        return type != null && type.getModifiers().contains(Modifier.PUBLIC);
    }

    /** The full name of the class that is meant by a simple name, where that is beyond doubt. */
    Optional<String> choice(String simpleName, Attributed code) {
        return choice(candidates(simpleName, code));
    }

    private static Optional<String> choice(List<String> candidates) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.getFirst());
        }
        List<String> preferred =
                candidates.stream().filter(ImportAdvice::isPreferred).toList();
        return preferred.size() == 1 ? Optional.of(preferred.getFirst()) : Optional.empty();
    }

    private static boolean isPreferred(String name) {
        return PREFERRED.stream().anyMatch(name::startsWith);
    }

    /** What to import for names that a cell could not resolve; no entry for those that are in doubt or unknown. */
    public Set<String> importsFor(Collection<String> simpleNames) {
        Set<String> chosen = new TreeSet<>();
        for (String name : simpleNames) {
            choice(publicCandidates(name)).ifPresent(chosen::add);
        }
        return chosen;
    }

    /** Full names of the public classes with this simple name; waits until they are known. */
    public List<String> publicCandidates(String simpleName) {
        List<String> names = index().join().named(simpleName).stream()
                .filter(name -> name.contains(".") && !ClassIndex.isInternal(name))
                .toList();
        if (names.isEmpty()) {
            return names;
        }
        Attributed code = Attributed.of("class Empty {}", notebook);
        return candidates(simpleName, code);
    }
}
