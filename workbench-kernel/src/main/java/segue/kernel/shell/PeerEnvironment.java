package segue.kernel.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import segue.kernel.magics.Arguments;
import segue.kernel.magics.FileGlob;

/**
 * Reads the environment variables by which IJava and JJava are set up: {@code CLASSPATH}, {@code COMPILER_OPTS},
 * {@code STARTUP_SCRIPTS_PATH}, {@code STARTUP_SCRIPT} and {@code TIMEOUT}, each after {@code JJAVA_} or, where that is not
 * set, {@code IJAVA_}. A value that makes no sense is left out and told in a note; the kernel starts nonetheless.
 */
public final class PeerEnvironment {
    private static final List<String> PREFIXES = List.of("JJAVA_", "IJAVA_");
    private static final Pattern DURATION = Pattern.compile("(-?\\d{1,15})\\s*([a-z]*)", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> environment;
    private final List<String> notes = new ArrayList<>();

    private PeerEnvironment(Map<String, String> environment) {
        this.environment = environment;
    }

    private record Variable(String name, String value) {}

    /** The options with what the environment adds to them. */
    public static ShellOptions apply(Map<String, String> environment, ShellOptions options) {
        return new PeerEnvironment(environment).apply(options);
    }

    private ShellOptions apply(ShellOptions options) {
        List<Path> classpath = new ArrayList<>(options.classpath());
        find("CLASSPATH").ifPresent(variable -> classpath.addAll(files(variable, FileGlob::expandClasspath)));
        List<String> compiler = new ArrayList<>(options.compilerOptions());
        find("COMPILER_OPTS").ifPresent(variable -> addCompilerOptions(variable, compiler, classpath));
        List<ShellOptions.Script> scripts = new ArrayList<>(options.scripts());
        find("STARTUP_SCRIPTS_PATH").ifPresent(variable -> addScripts(variable, scripts));
        find("STARTUP_SCRIPT")
                .ifPresent(variable -> scripts.add(new ShellOptions.Script(variable.name, variable.value)));
        Optional<ShellOptions.TimeLimit> limit = find("TIMEOUT").flatMap(this::limit);
        return new ShellOptions(classpath, compiler, options.imports(), scripts, limit, notes);
    }

    private Optional<Variable> find(String name) {
        return PREFIXES.stream()
                .map(prefix -> prefix + name)
                .filter(environment::containsKey)
                .findFirst()
                .map(full -> new Variable(full, environment.get(full)))
                .filter(variable -> !variable.value.isBlank());
    }

    private List<Path> files(Variable variable, Function<String, List<Path>> expansion) {
        List<Path> files = new ArrayList<>();
        for (String path : FileGlob.separate(variable.value)) {
            try {
                files.addAll(expansion.apply(path));
            } catch (IllegalArgumentException e) {
                notes.add(variable.name + ": " + e.getMessage());
            }
        }
        return files;
    }

    private void addCompilerOptions(Variable variable, List<String> compiler, List<Path> classpath) {
        List<String> added = new ArrayList<>();
        List<String> words = Arguments.of(variable.value).words();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).matches("-cp|-?-class-?path") && i + 1 < words.size()) {
                classpath.addAll(files(new Variable(variable.name, words.get(++i)), FileGlob::expandClasspath));
            } else {
                added.add(words.get(i));
            }
        }
        try {
            ToolProvider.getSystemJavaCompiler().getTask(null, null, _ -> {}, added, null, List.of());
            compiler.addAll(added);
        } catch (IllegalArgumentException e) {
            notes.add(variable.name + " is left out, since javac says " + e.getMessage());
        }
    }

    private void addScripts(Variable variable, List<ShellOptions.Script> scripts) {
        for (Path file : files(variable, FileGlob::expand)) {
            if (Files.isRegularFile(file)) {
                try {
                    scripts.add(new ShellOptions.Script(file.getFileName().toString(), Files.readString(file)));
                } catch (IOException e) {
                    notes.add(variable.name + ": " + file + " could not be read as UTF-8 text: " + e.getMessage());
                }
            }
        }
    }

    /** {@code 1500} is in milliseconds; {@code 30 SECONDS} and the like name their unit; below 1 there is no limit. */
    private Optional<ShellOptions.TimeLimit> limit(Variable variable) {
        Matcher matcher = DURATION.matcher(variable.value.strip());
        if (matcher.matches()) {
            try {
                String unit = matcher.group(2).toUpperCase(Locale.ROOT);
                TimeUnit named =
                        TimeUnit.valueOf(unit.isEmpty() ? "MILLISECONDS" : unit.endsWith("S") ? unit : unit + "S");
                long number = Long.parseLong(matcher.group(1));
                return number < 1
                        ? Optional.empty()
                        : Optional.of(new ShellOptions.TimeLimit(
                                Duration.ofMillis(Math.max(1, named.toMillis(number))), variable.name));
            } catch (IllegalArgumentException e) {
                // Told below with every other text that is no duration.
            }
        }
        notes.add(
                variable.name + " must be a number of milliseconds, or a number and a unit such as 30 SECONDS, but was "
                        + variable.value + "; cells run without a limit");
        return Optional.empty();
    }
}
