package segue.kernel.assist;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What the compiler and the sources know of classes and members. */
final class ElementPages {
    private final Attributed code;
    private final Sources sources;
    private final Signatures signatures;

    ElementPages(Attributed code, Sources sources) {
        this.code = code;
        this.sources = sources;
        this.signatures = new Signatures(code.types);
    }

    /** @param receiver the type that members are asked of, or null */
    List<Finding> of(List<? extends Element> elements, TypeMirror receiver) {
        List<Finding> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Element element : elements) {
            Optional<SourceFile.Found> source = source(element);
            String signature = signature(element, receiver, source);
            if (seen.add(signature)) {
                String comment = source.map(SourceFile.Found::comment).orElse("");
                if (comment.isBlank() && element instanceof ExecutableElement method) {
                    comment = inherited(method).orElse(comment);
                }
                found.add(new Finding(
                        signature, comment, source.map(SourceFile.Found::source).orElse(""), false));
            }
        }
        return found;
    }

    /** A class, or a class's static member, by its full name. */
    List<Finding> imported(Qualifier qualifier, String name) {
        List<Element> found = new ArrayList<>();
        code.typeNamed(qualifier.text() + "." + name).ifPresent(found::add);
        code.typeNamed(qualifier.text())
                .ifPresent(type -> type.getEnclosedElements().stream()
                        .filter(member -> member.getSimpleName().contentEquals(name))
                        .forEach(found::add));
        return of(found, null);
    }

    private String signature(Element element, TypeMirror receiver, Optional<SourceFile.Found> source) {
        return switch (element) {
            case ExecutableElement method ->
                signatures.declared(
                        method,
                        receiver,
                        source.map(SourceFile.Found::parameters).orElse(List.of()));
            case TypeElement type -> signatures.declared(type);
            default -> {
                Object constant = element instanceof javax.lang.model.element.VariableElement variable
                        ? variable.getConstantValue()
                        : null;
                String owner = element.getKind().isField() ? signatures.owner(element) : "";
                yield signatures.simple(element.asType()) + " " + owner + element.getSimpleName()
                        + (constant == null ? "" : " = " + code.elements.getConstantExpression(constant));
            }
        };
    }

    private Optional<SourceFile.Found> source(Element element) {
        boolean local = element.getKind() == ElementKind.LOCAL_VARIABLE
                || element.getKind() == ElementKind.PARAMETER
                || element.toString().isEmpty();
        return local ? Optional.empty() : sources.of(element, code).flatMap(file -> file.find(element));
    }

    /** The comment of the nearest method that this one overrides. */
    private Optional<String> inherited(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        List<TypeMirror> above = new ArrayList<>(code.types.directSupertypes(owner.asType()));
        for (int i = 0; i < above.size(); i++) {
            TypeElement type = (TypeElement) ((DeclaredType) above.get(i)).asElement();
            for (Element member : type.getEnclosedElements()) {
                if (member instanceof ExecutableElement other && code.elements.overrides(method, other, owner)) {
                    Optional<String> comment = source(other).map(SourceFile.Found::comment);
                    if (comment.isPresent() && !comment.get().isBlank()) {
                        return comment;
                    }
                }
            }
            above.addAll(code.types.directSupertypes(above.get(i)));
        }
        return Optional.empty();
    }
}
