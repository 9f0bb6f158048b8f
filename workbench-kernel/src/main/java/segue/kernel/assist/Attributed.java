package segue.kernel.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A {@link CursorUnit} that the compiler has read: what it makes of every name, however much is wrong with the rest. */
final class Attributed {
    /** Errors are expected: the compiler is to go on to types all the same, and no further. */
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-XDshould-stop.ifError=ATTR", "-XDshould-stop.ifNoError=ATTR");

    final Trees trees;
    final Elements elements;
    final Types types;
    /** Where the marker stands; empty where the compiler has not kept it. */
    final Optional<TreePath> marker;

    private final ModuleElement unnamed;
    private Scope scope;

    private Attributed(JavacTask task, CompilationUnitTree unit) {
        trees = Trees.instance(task);
        elements = task.getElements();
        types = task.getTypes();
        unnamed = elements.getModuleElement("");
        marker = Optional.ofNullable(find(unit));
    }

    static Attributed of(String unit, NotebookView notebook) {
        List<String> options = new ArrayList<>(notebook.compilerOptions());
        options.addAll(OPTIONS);
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, notebook.files(), _ -> {}, options, null, List.of(new Text(unit)));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            task.analyze();
            return new Attributed(task, tree);
        } catch (IOException e) {
            throw new UncheckedIOException("the compiler could not read a cell from memory", e);
        }
    }

    /** The class of this full name as code in no module sees it. */
    Optional<TypeElement> typeNamed(String qualifiedName) {
        return Optional.ofNullable(elements.getTypeElement(unnamed, qualifiedName));
    }

    /** What a package holds, as code in no module sees it. */
    List<? extends Element> inPackage(String name) {
        PackageElement found = elements.getPackageElement(unnamed, name);
        return found == null ? List.of() : found.getEnclosedElements();
    }

    /** The scope at the marker. */
    Scope scope() {
        if (scope == null) {
            scope = trees.getScope(marker.orElseThrow());
        }
        return scope;
    }

    /** Variables, parameters and members that can be named at the marker, innermost first. */
    List<Element> named() {
        List<Element> found = new ArrayList<>();
        for (Scope at = scope(); at != null && at.getEnclosingClass() != null; at = at.getEnclosingScope()) {
            for (Element element : at.getLocalElements()) {
                found.add(element);
            }
            TypeElement type = at.getEnclosingClass();
            Scope outer = at.getEnclosingScope();
            boolean classEnds = outer == null || !type.equals(outer.getEnclosingClass());
            if (classEnds) {
                found.addAll(isWrapper(type) ? type.getEnclosedElements() : elements.getAllMembers(type));
            }
        }
        return found;
    }

    static boolean isWrapper(Element type) {
        String name = type.getSimpleName().toString();
        return name.equals("Cell$") || name.equals("Local$");
    }

    /** What a tree before the marker stands for, or null. */
    Element element(TreePath path) {
        Element element = trees.getElement(path);
        return element == null || element.asType() != null && element.asType().getKind() == TypeKind.ERROR
                ? null
                : element;
    }

    /** The type of an expression, or null where it is not known. */
    TypeMirror type(TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        return type == null || type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.PACKAGE ? null : type;
    }

    /** Whether code at the marker may use a member. */
    boolean isAccessible(Element member, TypeMirror of) {
        if (of instanceof DeclaredType declared) {
            boolean elsewhere =
                    member.getModifiers().contains(Modifier.PRIVATE) && !isInside((TypeElement) declared.asElement());
            return !elsewhere && trees.isAccessible(scope(), member, declared);
        }
        return member.getModifiers().contains(Modifier.PUBLIC);
    }

    boolean isAccessible(TypeElement type) {
        return marker.isPresent()
                ? trees.isAccessible(scope(), type)
                : type.getModifiers().contains(Modifier.PUBLIC);
    }

    private boolean isInside(TypeElement type) {
        for (Element at = scope().getEnclosingClass(); at != null; at = at.getEnclosingElement()) {
            if (at.equals(type)) {
                return true;
            }
        }
        return false;
    }

    private static TreePath find(CompilationUnitTree unit) {
        TreePath[] found = new TreePath[1];
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree tree, Void unused) {
                return check(tree.getName(), () -> super.visitIdentifier(tree, null));
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
                return check(tree.getIdentifier(), () -> super.visitMemberSelect(tree, null));
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
                return check(tree.getName(), () -> super.visitMemberReference(tree, null));
            }

            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                return check(tree.getName(), () -> super.visitVariable(tree, null));
            }

            @Override
            public Void visitMethod(MethodTree tree, Void unused) {
                return check(tree.getName(), () -> super.visitMethod(tree, null));
            }

            @Override
            public Void visitClass(ClassTree tree, Void unused) {
                return check(tree.getSimpleName(), () -> super.visitClass(tree, null));
            }

            @Override
            public Void visitErroneous(ErroneousTree tree, Void unused) {
                for (Tree inside : tree.getErrorTrees()) {
                    scan(inside, null);
                }
                return null;
            }

            private Void check(CharSequence name, java.util.function.Supplier<Void> deeper) {
                if (name != null && CursorUnit.MARKER.contentEquals(name) && found[0] == null) {
                    found[0] = getCurrentPath();
                }
                return found[0] == null ? deeper.get() : null;
            }
        }.scan(unit, null);
        return found[0];
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("cell:///question/Cell$.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
            return true;
        }
    }
}
