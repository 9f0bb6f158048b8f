package segue.kernel.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import segue.kernel.display.MimeBundle;
import segue.kernel.magics.Magics;

/** Says what stands at the cursor: types, signatures, documentation, and the values of variables. */
public final class Inspector {
    private final CellReader reader;
    private final NotebookView notebook;
    private final ImportAdvice advice;
    private final Magics magics;
    private final MagicProposals magicProposals;
    private final Documentation documentation = new Documentation();

    Inspector(CellReader reader, NotebookView notebook, ImportAdvice advice, Magics magics) {
        this.reader = reader;
        this.notebook = notebook;
        this.advice = advice;
        this.magics = magics;
        this.magicProposals = new MagicProposals(magics);
    }

    /** @param argument which argument of the call the cursor stands in, -1 where it stands in the name */
    private record Word(int start, int end, String text, boolean isCalled, int argument) {
        /** Whether an overload takes as many arguments as are being written. */
        boolean takes(Element overload) {
            return !(overload instanceof ExecutableElement method)
                    || method.isVarArgs()
                    || method.getParameters().size() > argument;
        }
    }

    Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        Optional<MagicLines.At> magic = MagicLines.at(code, Math.min(code.length(), cursor + 1));
        if (magic.isPresent()) {
            Optional<MimeBundle> about = magic(code, magic.get());
            if (about.isPresent()) {
                return about;
            }
        }
        String java = MagicLines.java(code, magicProposals::takesCode);
        List<Token> tokens = Tokens.of(java);
        Optional<Token> opaque = Tokens.opaqueAt(tokens, cursor);
        if (opaque.isPresent() && opaque.get().isComment()) {
            return Optional.empty();
        }
        for (Word word : words(java, cursor, opaque.isPresent())) {
            List<Finding> found = find(java, word);
            if (!found.isEmpty()) {
                return Optional.of(documentation.page(found, detailLevel));
            }
        }
        return Optional.empty();
    }

    private Optional<MimeBundle> magic(String code, MagicLines.At at) {
        int end = at.nameStart();
        while (end < code.length() && (code.charAt(end) == '%' || Character.isJavaIdentifierPart(code.charAt(end)))) {
            end++;
        }
        String name = code.substring(at.nameStart(), end);
        if (magics.usage(name).isEmpty() || at.arguments() >= 0 && magicProposals.takesCode(name)) {
            return Optional.empty();
        }
        return Optional.of(
                documentation.page(List.of(new Finding(magics.usage(name), magics.help(name), "", true)), 0));
    }

    /** The name at the cursor, then those of the calls around it, the innermost first. */
    private static List<Word> words(String java, int cursor, boolean opaque) {
        List<Word> words = new ArrayList<>();
        List<Token> tokens = Tokens.significant(java);
        int before = -1;
        for (int i = 0; i < tokens.size() && tokens.get(i).start() <= cursor; i++) {
            Token token = tokens.get(i);
            if (token.start() < cursor) {
                before = i;
            }
            if (!opaque && token.isWord() && token.end() >= cursor) {
                boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
                words.add(new Word(token.start(), token.end(), token.text(), called, -1));
            }
        }
        int depth = 0;
        int commas = 0;
        for (int i = before; i > 0; i--) {
            Token token = tokens.get(i);
            if (token.is(",") && depth == 0) {
                commas++;
            } else if (token.closes()) {
                depth += token.end() <= cursor ? 1 : 0;
            } else if (token.opens() && depth > 0) {
                depth--;
            } else if (token.is("{") || token.is(";")) {
                break;
            } else if (token.is("(")) {
                called(tokens, i - 1, commas).ifPresent(words::add);
                commas = 0;
            }
        }
        return words;
    }

    /** The name before an opening parenthesis, type arguments left aside. */
    private static Optional<Word> called(List<Token> tokens, int i, int argument) {
        int at = i;
        int depth = 0;
        while (at > 0 && (tokens.get(at).is(">") || depth > 0)) {
            depth += tokens.get(at).is(">") ? 1 : tokens.get(at).is("<") ? -1 : 0;
            at--;
        }
        Token token = tokens.get(at);
        return token.isWord()
                ? Optional.of(new Word(token.start(), token.end(), token.text(), true, argument))
                : Optional.empty();
    }

    private List<Finding> find(String java, Word word) {
        List<Token> before = Tokens.significant(java.substring(0, word.start()));
        CellReader.Reading reading = reader.read(java, word.start(), word.end());
        Attributed code = reading.code();
        ElementPages pages = new ElementPages(code, documentation.sources());
        Optional<Qualifier> imported = Qualifier.ofImport(before);
        if (imported.isPresent()) {
            return pages.imported(imported.get(), word.text());
        }
        boolean dotted = !before.isEmpty()
                && (before.getLast().is(".") || before.getLast().is("::"));
        if (!dotted) {
            List<Finding> own = new OwnPages(notebook).of(word.text(), locals(code, word.text()));
            if (!own.isEmpty()) {
                return own;
            }
        }
        if (code.marker.isPresent()) {
            boolean created = !before.isEmpty() && before.getLast().is("new");
            List<Finding> found = at(code.marker.get(), reading, word, created, pages);
            if (!found.isEmpty()) {
                return found;
            }
        }
        if (dotted) {
            return Qualifier.before(before)
                    .map(name -> pages.imported(new Qualifier(name, false), word.text()))
                    .orElse(List.of());
        }
        return Keywords.meaning(word.text())
                .map(meaning -> List.of(new Finding(word.text(), meaning, "", true)))
                .orElse(List.of());
    }

    private static boolean locals(Attributed code, String name) {
        return code.marker.isPresent()
                && code.named().stream()
                        .anyMatch(element -> element.getSimpleName().contentEquals(name)
                                && !element.getEnclosingElement().toString().equals("java.lang.Object"));
    }

    private List<Finding> at(
            TreePath marker, CellReader.Reading reading, Word word, boolean created, ElementPages pages) {
        Attributed code = reading.code();
        return switch (marker.getLeaf()) {
            case MemberSelectTree select ->
                members(Receiver.of(code, new TreePath(marker, select.getExpression())), word, pages);
            case MemberReferenceTree reference ->
                members(Receiver.of(code, new TreePath(marker, reference.getQualifierExpression())), word, pages);
            case VariableTree _ -> {
                TypeMirror type = code.type(marker);
                yield type == null
                        ? List.of()
                        : List.of(new Finding(
                                new Signatures(code.types).simple(type) + " " + word.text(), "", "", false));
            }
            case MethodTree _, ClassTree _ -> List.of();
            default -> named(reading, word, created, pages);
        };
    }

    private static List<Finding> members(Receiver receiver, Word word, ElementPages pages) {
        List<Element> named = receiver.members().stream()
                .filter(member -> member.getSimpleName().contentEquals(word.text()))
                .sorted(Comparator.comparing(
                                (Element member) -> member.getKind() == ElementKind.METHOD != word.isCalled())
                        .thenComparing(member -> !word.takes(member)))
                .toList();
        if (named.isEmpty() && receiver.isArray() && word.text().equals("length")) {
            return List.of(new Finding("int length", "The number of the array's elements.", "", true));
        }
        return pages.of(named, receiver.type());
    }

    private List<Finding> named(CellReader.Reading reading, Word word, boolean created, ElementPages pages) {
        Attributed code = reading.code();
        List<Element> found = new ArrayList<>();
        if (!created) {
            for (Element element : code.named()) {
                if (element.getSimpleName().contentEquals(word.text())) {
                    found.add(element);
                }
            }
            if (found.isEmpty() && notebook.functionNames().contains(word.text())) {
                code.typeNamed(notebook.functions().getName())
                        .ifPresent(type -> type.getEnclosedElements().stream()
                                .filter(element -> element.getSimpleName().contentEquals(word.text()))
                                .forEach(found::add));
            }
        }
        if (found.isEmpty()) {
            Optional<TypeElement> type = new TypeProposals(reading, notebook, advice).find(word.text());
            if (word.argument() < 0 || !created) {
                type.ifPresent(found::add);
            }
            if (created && type.isPresent()) {
                type.get().getEnclosedElements().stream()
                        .filter(element -> element.getKind() == ElementKind.CONSTRUCTOR
                                && !element.getModifiers().contains(Modifier.PRIVATE))
                        .sorted(Comparator.comparing(element -> !word.takes(element)))
                        .forEach(found::add);
            }
        }
        return pages.of(found, null);
    }
}
