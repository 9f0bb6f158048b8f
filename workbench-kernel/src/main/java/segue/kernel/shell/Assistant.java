package segue.kernel.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import segue.kernel.display.MimeBundle;
import segue.kernel.display.PlainText;
import segue.kernel.magics.Magics;

/**
 * Answers questions about code, also while a cell runs. It keeps a JShell of its own that is told what the cells have
 * declared and never runs anything.
 */
final class Assistant implements AutoCloseable {
    private static final int INDENT = 4;
    private static final int REST_MILLIS = 400;
    private static final int MOST_SUGGESTIONS = 500;

    /** Made in the background, after the first cell could have run. */
    private JShell jshell;

    private SourceCodeAnalysis analysis;
    private final List<String> compilerOptions;
    private final Set<Path> classpath;

    private final Magics magics;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("completion")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private final Map<String, String> told = new HashMap<>();
    private final Map<String, Snippet> snippets = new HashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private CellEngine engine;

    Assistant(JavaShell.Options options, Magics magics) {
        this.magics = magics;
        compilerOptions = options.compilerOptions();
        classpath = new LinkedHashSet<>(options.classpath());
    }

    private void begin() {
        List<String> all = new ArrayList<>(compilerOptions);
        if (!classpath.isEmpty()) {
            all.add("-classpath");
            all.add(classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        }
        jshell = JShell.builder()
                .executionEngine(new DeclareOnly(), Map.of())
                .compilerOptions(all.toArray(String[]::new))
                .build();
        analysis = jshell.sourceCodeAnalysis();
    }

    void follow(CellEngine engine) {
        this.engine = engine;
    }

    void addToClasspath(List<Path> entries) {
        synchronized (this) {
            classpath.addAll(entries);
            if (jshell != null) {
                entries.forEach(entry -> jshell.addToClasspath(entry.toString()));
            }
        }
    }

    /** Tells JShell, in the background and once cells leave the processor some rest, what is new. */
    void catchUp() {
        if (!background.isShutdown()) {
            long asked = requests.incrementAndGet();
            background.schedule(
                    () -> {
                        if (requests.get() == asked) {
                            tell();
                        }
                    },
                    REST_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void tell() {
        if (jshell == null) {
            begin();
        }
        Declarations declared = engine.declarations();
        Map<String, String> now = new LinkedHashMap<>();
        engine.imports().all().forEach(line -> now.put(line, line));
        declared.types.forEach((name, type) -> now.put("class " + name, type.text()));
        declared.variables.forEach((name, variable) -> now.put(name, variable.type() + " " + name + ";"));
        declared.methods.forEach((key, method) -> now.put(key, method.text()));
        now.put("functions", "import static " + CellFunctions.class.getName() + ".*;");
        now.forEach((key, source) -> {
            if (!source.equals(told.put(key, source))) {
                Snippet old = snippets.remove(key);
                if (old != null) {
                    jshell.drop(old);
                }
                List<SnippetEvent> events = jshell.eval(source);
                if (!events.isEmpty() && events.getFirst().snippet() != null) {
                    snippets.put(key, events.getFirst().snippet());
                }
            }
        });
    }

    synchronized Shell.Completion complete(String code, int cursor) {
        int lineStart = code.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1;
        String line = code.substring(Math.min(lineStart, cursor), cursor);
        if (line.matches("\\s*%{1,2}\\w*")) {
            return magic(line, cursor);
        }
        String blanked = withoutMagics(code);
        tell();
        int from = lastStatement(blanked.substring(0, cursor));
        String prefix = from > 0 ? localVariables(blanked.substring(0, from)) : "";
        String asked = prefix + blanked.substring(from);
        int[] anchor = {-1};
        List<Suggestion> suggestions = analysis.completionSuggestions(asked, cursor - from + prefix.length(), anchor);
        Set<String> names = suggestions.stream()
                .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
                .map(Suggestion::continuation)
                .filter(name -> !name.contains("$"))
                .limit(MOST_SUGGESTIONS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        int start = anchor[0] < 0 ? cursor : anchor[0] + from - prefix.length();
        Map<String, String> types = new HashMap<>();
        Map<String, String> signatures = new HashMap<>();
        for (String name : names) {
            describe(name, types, signatures);
        }
        return new Shell.Completion(List.copyOf(names), Math.clamp(start, 0, cursor), cursor, types, signatures);
    }

    private void describe(String name, Map<String, String> types, Map<String, String> signatures) {
        String bare = name.replaceAll("\\(.*", "");
        Declarations declared = engine.declarations();
        if (declared.variables.containsKey(bare)) {
            types.put(name, "instance");
            signatures.put(name, declared.variables.get(bare).type());
        } else if (name.endsWith("(") || name.endsWith("()")) {
            types.put(name, "function");
            List<Declared.Method> overloads = declared.overloads(bare);
            if (!overloads.isEmpty()) {
                signatures.put(name, overloads.getFirst().piece().header().strip());
            }
        } else if (javax.lang.model.SourceVersion.isKeyword(bare)) {
            types.put(name, "keyword");
        } else if (!bare.isEmpty()
                && Character.isUpperCase(bare.charAt(0))
                && !bare.equals(bare.toUpperCase(java.util.Locale.ROOT))) {
            types.put(name, "class");
        }
    }

    private Shell.Completion magic(String line, int cursor) {
        String typed = line.strip();
        List<String> matches =
                magics.names().stream().filter(name -> name.startsWith(typed)).toList();
        Map<String, String> types = new HashMap<>();
        Map<String, String> signatures = new HashMap<>();
        matches.forEach(name -> {
            types.put(name, "magic");
            signatures.put(name, magics.usage(name));
        });
        return new Shell.Completion(matches, cursor - typed.length(), cursor, types, signatures);
    }

    private static String withoutMagics(String code) {
        StringBuilder out = new StringBuilder(code);
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("(?m)^[ \\t]*%[%A-Za-z]+").matcher(code);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                out.setCharAt(i, ' ');
            }
        }
        return out.toString();
    }

    /** Where the statement begins that the cursor stands in. */
    private int lastStatement(String code) {
        int start = 0;
        while (start < code.length()) {
            CompletionInfo info = analysis.analyzeCompletion(code.substring(start));
            String remaining = info.remaining();
            if (!info.completeness().isComplete() || remaining == null || remaining.isBlank()) {
                break;
            }
            start = code.length() - remaining.length();
        }
        return start;
    }

    /** Variables that earlier lines of this cell declare but that have not been run yet. */
    private String localVariables(String code) {
        StringBuilder kept = new StringBuilder();
        int start = 0;
        while (start < code.length()) {
            CompletionInfo info = analysis.analyzeCompletion(code.substring(start));
            if (!info.completeness().isComplete()) {
                break;
            }
            String source = info.source();
            if (source.strip()
                    .matches(
                            "(?s)(final\\s+)?[\\p{javaJavaIdentifierPart}.<>\\[\\],? ]+\\s+[\\p{javaJavaIdentifierPart}]+\\s*=.*")) {
                kept.append(source.strip()).append(source.strip().endsWith(";") ? " " : "; ");
            }
            String remaining = info.remaining();
            if (remaining == null || remaining.isEmpty()) {
                break;
            }
            start = code.length() - remaining.length();
        }
        return kept.toString();
    }

    synchronized Shell.Completeness isComplete(String code) {
        tell();
        String rest = MagicScan.java(code);
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return new Shell.Completeness(Shell.Completeness.Status.INCOMPLETE, indent(code));
                }
                case UNKNOWN -> {
                    return new Shell.Completeness(Shell.Completeness.Status.INVALID, "");
                }
                default -> {}
            }
            rest = info.remaining() == null ? "" : info.remaining();
        }
        return new Shell.Completeness(Shell.Completeness.Status.COMPLETE, "");
    }

    private static String indent(String code) {
        String bare = CodeText.blank(code, true);
        int depth = 0;
        for (char c : bare.toCharArray()) {
            if (c == '{' || c == '(') {
                depth++;
            } else if (c == '}' || c == ')') {
                depth--;
            }
        }
        return " ".repeat(Math.max(0, depth) * INDENT);
    }

    Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        int end = Math.clamp(cursor, 0, code.length());
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        String name = code.substring(start, end);
        boolean member = start > 0 && code.charAt(start - 1) == '.';
        if (!member && !name.isEmpty()) {
            Optional<MimeBundle> own = own(name);
            if (own.isPresent()) {
                return own;
            }
        }
        List<Documentation> found = documentation(code, cursor, end);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        StringBuilder markdown = new StringBuilder();
        Set<String> seen = new HashSet<>();
        for (Documentation documentation : found) {
            if (seen.add(documentation.signature())) {
                text.append(documentation.signature()).append('\n');
                markdown.append("```java\n").append(documentation.signature()).append("\n```\n\n");
                String javadoc = documentation.javadoc();
                if (javadoc != null && !javadoc.isBlank() && (seen.size() <= 3 || detailLevel > 0)) {
                    text.append('\n').append(Javadocs.plain(javadoc)).append("\n\n");
                    markdown.append(Javadocs.markdown(javadoc)).append("\n\n");
                }
            }
        }
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text/plain", text.toString().strip());
        forms.put("text/markdown", markdown.toString().strip());
        return Optional.of(new MimeBundle(forms, Map.of()));
    }

    private synchronized List<Documentation> documentation(String code, int cursor, int end) {
        tell();
        String blanked = withoutMagics(code);
        int from = lastStatement(blanked.substring(0, Math.min(cursor, blanked.length())));
        List<Documentation> found = analysis.documentation(blanked.substring(from), end - from, true);
        if (found.isEmpty() && end < blanked.length() && blanked.charAt(end) == '(') {
            found = analysis.documentation(blanked.substring(from), end + 1 - from, true);
        }
        return found;
    }

    private Optional<MimeBundle> own(String name) {
        Declarations declared = engine.declarations();
        StringBuilder text = new StringBuilder();
        Declared.Variable variable = declared.variables.get(name);
        if (variable != null) {
            text.append(variable.type()).append(' ').append(name);
            engine.valueOf(variable)
                    .ifPresentOrElse(
                            value -> text.append(" = ").append(PlainText.summary(value)), () -> text.append(" = null"));
        }
        for (Declared.Method method : declared.overloads(name)) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(method.piece().header().strip())
                    .append("    // ")
                    .append(method.cell().name());
        }
        Declared.Type type = declared.types.get(name);
        if (type != null && text.isEmpty()) {
            text.append(type.text());
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text/plain", text.toString());
        forms.put("text/markdown", "```java\n" + text + "\n```");
        return Optional.of(new MimeBundle(forms, Map.of()));
    }

    @Override
    public void close() {
        background.shutdownNow();
        synchronized (this) {
            if (jshell != null) {
                jshell.close();
            }
        }
    }
}
