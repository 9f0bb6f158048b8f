package segue.kernel.magics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import segue.kernel.maven.Coordinate;
import segue.kernel.maven.FoundJar;
import segue.kernel.maven.OwnJars;
import segue.kernel.maven.PomText;
import segue.kernel.maven.Repository;
import segue.kernel.maven.ResolutionFailure;
import segue.kernel.maven.ResolveRequest;
import segue.kernel.maven.ResolverLoader;

/** Adds libraries by their Maven coordinates. Knows the repositories that the notebook has added. */
final class MavenMagics {
    private static final String POM_HELP = " Scopes name which dependencies: compile, runtime, system and import unless"
            + " said otherwise. The POM's own repositories are looked into first.";

    private final List<Repository> repositories = new ArrayList<>();

    List<Magic> all() {
        Magic maven = Magic.quiet(
                "%maven",
                "%maven GROUP:ARTIFACT[:EXTENSION[:CLASSIFIER]]:VERSION ...",
                "Adds libraries with all that they need. A version may be a range such as [1.0,2.0), or LATEST."
                        + " --from=URL looks there instead. Libraries already in ~/.m2 are not fetched again; mirrors,"
                        + " proxies and credentials come from Maven's settings.xml. In Java, its value is the list of"
                        + " jars.",
                this::add);
        Magic repository = Magic.quiet(
                "%mavenRepo",
                "%mavenRepo ID URL",
                "Adds a repository for %maven to look into: an address, or a folder. Credentials for it come from the"
                        + " server of this ID in Maven's settings.xml.",
                this::addRepository);
        return List.of(
                maven,
                maven.as("%addMavenDependencies"),
                maven.as("%addMavenDependency"),
                repository,
                repository.as("%addMavenRepo"),
                Magic.quiet(
                        "%loadFromPOM",
                        "%loadFromPOM FILE [SCOPE ...]",
                        "Adds the dependencies of a Maven project, such as %loadFromPOM pom.xml." + POM_HELP,
                        this::loadPom),
                Magic.quiet(
                        "%%loadFromPOM",
                        "%%loadFromPOM [SCOPE ...]",
                        "Adds the dependencies in the cell: <dependency> and <repository> elements as they are copied out"
                                + " of a README, or a whole POM." + POM_HELP,
                        this::loadPomText));
    }

    private Optional<Object> add(Arguments arguments, MagicContext context) throws InterruptedException {
        List<Coordinate> wanted = new ArrayList<>();
        List<Repository> from = new ArrayList<>();
        List<String> words = arguments.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--from")) {
                String place = word.startsWith("--from=")
                        ? word.substring("--from=".length())
                        : i + 1 < words.size() ? words.get(++i) : "";
                from.add(from(place, from.size()));
            } else if (!word.matches("-v+|--verbose")) {
                wanted.add(coordinate(word));
            }
        }
        if (wanted.isEmpty()) {
            throw new MagicFailure(
                    "%maven needs a library, as in %maven org.apache.commons:commons-lang3:3.18.0; %maven? says more");
        }
        return resolve(
                ResolveRequest.of(wanted).withRepositories(from.isEmpty() ? repositories : from, !from.isEmpty()),
                "%maven",
                context);
    }

    private static Coordinate coordinate(String word) {
        try {
            return Coordinate.parse(word);
        } catch (IllegalArgumentException e) {
            throw new MagicFailure("%maven: " + e.getMessage());
        }
    }

    private Repository from(String place, int number) {
        return repositories.stream()
                .filter(known -> known.id().equals(place))
                .findFirst()
                .orElseGet(() -> repository("%maven --from", "from" + (number == 0 ? "" : number + 1), place));
    }

    private Optional<Object> addRepository(Arguments arguments, MagicContext context) {
        if (arguments.words().size() != 2) {
            throw new MagicFailure(
                    "%mavenRepo needs an id and an address, as in %mavenRepo company" + " https://example.org/maven");
        }
        Repository added = repository(
                "%mavenRepo", arguments.words().get(0), arguments.words().get(1));
        repositories.removeIf(known -> known.id().equals(added.id()));
        repositories.add(added);
        return Optional.empty();
    }

    private static Repository repository(String magic, String id, String url) {
        try {
            return new Repository(id, url);
        } catch (IllegalArgumentException e) {
            throw new MagicFailure(magic + ": " + e.getMessage());
        }
    }

    private Optional<Object> loadPom(Arguments arguments, MagicContext context) throws InterruptedException {
        List<String> words = arguments.words().stream()
                .filter(word -> !word.matches("-v+|--verbose"))
                .toList();
        if (words.isEmpty()) {
            throw new MagicFailure("%loadFromPOM needs a file, as in %loadFromPOM pom.xml");
        }
        Path pom = Path.of(words.getFirst()).toAbsolutePath().normalize();
        if (!Files.isRegularFile(pom)) {
            throw new MagicFailure("%loadFromPOM: there is no file " + pom);
        }
        return load(pom, new HashSet<>(words.subList(1, words.size())), "%loadFromPOM", context);
    }

    private Optional<Object> loadPomText(Arguments arguments, MagicContext context)
            throws InterruptedException, IOException {
        Path pom = Files.createTempFile("segue-cell", ".pom");
        try {
            Files.writeString(pom, PomText.complete(context.body()));
            return load(pom, new HashSet<>(arguments.words()), "%%loadFromPOM", context);
        } catch (IllegalArgumentException e) {
            throw new MagicFailure("%%loadFromPOM: " + e.getMessage());
        } finally {
            Files.deleteIfExists(pom);
        }
    }

    private Optional<Object> load(Path pom, Set<String> scopes, String magic, MagicContext context)
            throws InterruptedException {
        Set<String> known = Set.of("compile", "runtime", "system", "import", "provided", "test");
        scopes.stream().filter(scope -> !known.contains(scope)).findFirst().ifPresent(scope -> {
            throw new MagicFailure(
                    magic + ": a scope must be one of compile, runtime, system, import, provided and test,"
                            + " but was " + scope);
        });
        return resolve(ResolveRequest.ofPom(pom, scopes).withRepositories(repositories, false), magic, context);
    }

    private static Optional<Object> resolve(ResolveRequest request, String magic, MagicContext context)
            throws InterruptedException {
        List<FoundJar> found;
        try {
            found = ResolverLoader.resolver().resolve(request, context::status);
        } catch (ResolutionFailure e) {
            throw new MagicFailure(magic + ": " + e.getMessage());
        }
        // What others need in some version is settled quietly, as Maven does; what was asked for by name is not.
        OwnJars own = new OwnJars(context.classpath());
        List<Path> added = new ArrayList<>();
        List<String> inOtherVersion = new ArrayList<>();
        for (FoundJar jar : found) {
            Optional<String> there = own.versionOf(jar.coordinate());
            if (there.isEmpty()) {
                added.add(jar.file());
            } else if (jar.requested() && !there.get().equals(jar.coordinate().version())) {
                inOtherVersion.add(jar.coordinate() + " (here: " + there.get() + ")");
            }
        }
        if (!inOtherVersion.isEmpty()) {
            System.err.println("Not added, since the notebook already runs with another version, and one library can be"
                    + " there only once: " + String.join(", ", inOtherVersion));
        }
        context.addToClasspath(added);
        return Optional.of(found.stream().map(jar -> jar.file().toString()).toList());
    }
}
