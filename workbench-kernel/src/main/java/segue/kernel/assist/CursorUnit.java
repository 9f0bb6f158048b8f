package segue.kernel.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A compilation unit made from a cell that is being written: a marker stands where the cursor is, what is open is
 * closed, statements before the cursor come in a method, methods and types of the cell beside it.
 */
final class CursorUnit {
    /** Stands for the name that is being typed. */
    static final String MARKER = "cursor$";

    private static final Set<String> MASKED = Set.of("public", "protected", "private", "static");

    private final NotebookView notebook;
    private final String marked;
    private final List<Chunk> chunks;
    private final Set<String> ownTypes = new HashSet<>();
    private final Set<String> ownMembers = new HashSet<>();
    private final Set<String> mentioned = new LinkedHashSet<>();

    /**
     * @param cell Java alone, without magics
     * @param start where the name at the cursor begins
     * @param end where it ends
     */
    CursorUnit(NotebookView notebook, String cell, int start, int end) {
        this.notebook = notebook;
        marked = marked(cell.substring(0, start), cell.substring(end));
        chunks = Chunk.of(marked, notebook.ends(marked));
        for (Chunk chunk : chunks) {
            (chunk.kind() == Chunk.Kind.TYPE ? ownTypes : ownMembers).add(chunk.name());
        }
        for (Token token : Tokens.significant(marked)) {
            if (token.isWord()) {
                mentioned.add(token.text());
            }
        }
    }

    /** Names of classes, by their look, that the code mentions but does not declare. */
    List<String> mentionedTypes() {
        return mentioned.stream()
                .filter(name -> Character.isUpperCase(name.charAt(0)) && !ownTypes.contains(name))
                .toList();
    }

    /** Classes that the cell itself declares. */
    Set<String> ownTypes() {
        return ownTypes;
    }

    /** @param extraImports lines for names that nothing else explains */
    String text(Collection<String> extraImports) {
        int at = marked.indexOf(MARKER);
        StringBuilder imports = new StringBuilder();
        StringBuilder members = new StringBuilder();
        StringBuilder statements = new StringBuilder();
        boolean reached = false;
        for (Chunk chunk : chunks) {
            String text = marked.substring(chunk.start(), chunk.end());
            boolean current = !reached && at < chunk.end();
            switch (chunk.kind()) {
                case IMPORT -> imports.append(current ? "" : text).append(text.endsWith(";") ? "\n" : ";\n");
                case TYPE ->
                    (current ? statements : members.append("static "))
                            .append(declaration(chunk))
                            .append('\n');
                case METHOD -> {
                    if (current) {
                        statements
                                .append("class Local$ {")
                                .append(declaration(chunk))
                                .append("\n}\n");
                    } else {
                        members.append("static ")
                                .append(withoutBody(declaration(chunk)))
                                .append('\n');
                    }
                }
                case STATEMENT -> statements.append(reached ? "" : text);
            }
            reached |= current;
        }
        StringBuilder unit = new StringBuilder("package REPL;\n").append(imports);
        notebook.importLines(mentioned, ownTypes, ownMembers)
                .forEach(line -> unit.append(line).append('\n'));
        extraImports.forEach(line -> unit.append(line).append('\n'));
        unit.append("import static ").append(notebook.functions().getName()).append(".*;\n");
        return unit.append("class Cell$ {\n")
                .append(members)
                .append("\nstatic void do$() throws Throwable {\n")
                .append(statements)
                .append("\n}}")
                .toString();
    }

    /** Without the modifiers that cannot stand where the unit puts it. */
    private String declaration(Chunk chunk) {
        StringBuilder text = new StringBuilder(marked.substring(chunk.start(), chunk.end()));
        for (Token token : chunk.tokens().subList(0, chunk.afterModifiers())) {
            for (int i = token.start(); MASKED.contains(token.text()) && i < token.end(); i++) {
                text.setCharAt(i - chunk.start(), ' ');
            }
        }
        return text.toString();
    }

    /** A method that only declares need not be attributed each time. */
    private static String withoutBody(String method) {
        int depth = 0;
        for (Token token : Tokens.significant(method)) {
            if (token.is("{") && depth == 0) {
                return method.substring(0, token.start()) + "{ throw null; }";
            }
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
        return method;
    }

    private static String marked(String before, String after) {
        boolean calls = isCreated(before) && !after.stripLeading().matches("(?s)[(<\\[{.].*");
        return marked(before, calls ? "()" : "", after);
    }

    /** Whether a name that ends the code is that of a class after {@code new}. */
    private static boolean isCreated(String before) {
        List<Token> tokens = Tokens.significant(before);
        int i = tokens.size() - 1;
        while (i >= 1 && tokens.get(i).is(".") && tokens.get(i - 1).isWord()) {
            i -= 2;
        }
        return i >= 0 && tokens.get(i).is("new");
    }

    private static String marked(String before, String call, String after) {
        if (!OpenEnds.isBalanced(before + MARKER + call + after)) {
            return before + MARKER + call + OpenEnds.closing(before);
        }
        List<Token> rest = new ArrayList<>(Tokens.significant(after));
        boolean lineEnds = rest.isEmpty()
                || after.substring(0, rest.getFirst().start()).indexOf('\n') >= 0
                || rest.getFirst().is("}");
        boolean continued = !rest.isEmpty()
                && rest.getFirst().kind() == Token.Kind.SYMBOL
                && !List.of("@", "{", "}", "++", "--").contains(rest.getFirst().text());
        boolean ends = lineEnds && !continued && OpenEnds.isInBlock(before);
        return before + MARKER + call + (ends ? OpenEnds.terminator(before) : "") + after;
    }
}
