package segue.kernel.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Writes an inferred type so that it can stand in source. A type that has no name (an anonymous class, an intersection)
 * becomes the nearest one that has.
 */
final class TypeNames {
    private static final int DEEPEST = 6;

    private final Types types;

    TypeNames(Types types) {
        this.types = types;
    }

    String of(TypeMirror type) {
        return write(type, 0);
    }

    /** @param constructor what made the value, where that is known; else null */
    InferredType inferred(TypeMirror type, ExecutableElement constructor) {
        if (constructor == null
                || !(type instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement element)
                || !element.getSimpleName().isEmpty()
                || !hasMembersOfItsOwn(element)) {
            return InferredType.named(of(type));
        }
        List<String> parameters = new ArrayList<>();
        constructor.getParameters().forEach(parameter -> parameters.add(of(parameter.asType())));
        if (constructor.isVarArgs()) {
            parameters.set(parameters.size() - 1, parameters.getLast().replaceFirst("\\[]$", "..."));
        }
        return new InferredType(of(type), parameters, !element.getInterfaces().isEmpty());
    }

    /** Whether an anonymous class has what its named parent has not. */
    private boolean hasMembersOfItsOwn(TypeElement type) {
        Set<String> inherited = new HashSet<>();
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            collect(parent, inherited);
        }
        return type.getEnclosedElements().stream()
                .filter(member -> member.getKind() != ElementKind.CONSTRUCTOR)
                .anyMatch(member -> member.getKind() != ElementKind.METHOD
                        || !inherited.contains(member.getSimpleName().toString()));
    }

    private void collect(TypeMirror type, Set<String> names) {
        if (type instanceof DeclaredType declared) {
            declared.asElement()
                    .getEnclosedElements()
                    .forEach(member -> names.add(member.getSimpleName().toString()));
            types.directSupertypes(type).forEach(parent -> collect(parent, names));
        }
    }

    private String write(TypeMirror type, int depth) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE ->
                type.getKind().toString().toLowerCase(java.util.Locale.ROOT);
            case ARRAY -> write(((ArrayType) type).getComponentType(), depth) + "[]";
            case DECLARED -> declared((DeclaredType) type, depth);
            case TYPEVAR -> write(((TypeVariable) type).getUpperBound(), depth + 1);
            case INTERSECTION -> write(((IntersectionType) type).getBounds().getFirst(), depth);
            case WILDCARD -> argument(type, depth);
            default -> "java.lang.Object";
        };
    }

    private String declared(DeclaredType type, int depth) {
        TypeElement element = (TypeElement) type.asElement();
        if (element.getSimpleName().isEmpty()) {
            return element.getInterfaces().isEmpty()
                    ? write(element.getSuperclass(), depth)
                    : write(element.getInterfaces().getFirst(), depth);
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        TypeMirror outer = type.getEnclosingType();
        if (outer.getKind() == TypeKind.DECLARED
                && !((DeclaredType) outer).getTypeArguments().isEmpty()) {
            return types.erasure(type).toString();
        }
        String name = name(element);
        if (arguments.isEmpty()) {
            return name;
        }
        List<String> written = new ArrayList<>();
        for (TypeMirror argument : arguments) {
            written.add(depth >= DEEPEST ? "?" : argument(argument, depth + 1));
        }
        return name + "<" + String.join(", ", written) + ">";
    }

    private String argument(TypeMirror type, int depth) {
        if (depth >= DEEPEST) {
            return "?";
        }
        if (type instanceof WildcardType wildcard) {
            if (wildcard.getExtendsBound() != null) {
                return "? extends " + write(wildcard.getExtendsBound(), depth);
            }
            return wildcard.getSuperBound() != null ? "? super " + write(wildcard.getSuperBound(), depth) : "?";
        }
        if (type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.INTERSECTION) {
            return "? extends " + write(type, depth);
        }
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getSimpleName().isEmpty()) {
            return "? extends " + write(type, depth);
        }
        return write(type, depth);
    }

    /** Types of cells go by their simple name, which outlives the cell that declared them. */
    private static String name(TypeElement element) {
        String name = element.getSimpleName().toString();
        for (Element outer = element.getEnclosingElement();
                outer.getKind() != ElementKind.PACKAGE;
                outer = outer.getEnclosingElement()) {
            if (outer.getEnclosingElement().getKind() == ElementKind.PACKAGE
                    && outer.getEnclosingElement().toString().equals(CellCompiler.PACKAGE)) {
                return name;
            }
            name = outer.getSimpleName() + "." + name;
        }
        return element.getQualifiedName().isEmpty()
                ? "java.lang.Object"
                : element.getQualifiedName().toString();
    }
}
