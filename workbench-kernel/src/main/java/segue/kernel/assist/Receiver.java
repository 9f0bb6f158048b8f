package segue.kernel.assist;

import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * What stands before a dot or a double colon.
 *
 * @param type null where the compiler does not know it
 * @param isType whether a type is named, so that only static members can follow a dot
 */
record Receiver(Attributed code, TypeMirror type, boolean isType) {
    static Receiver of(Attributed code, TreePath path) {
        Element element = code.element(path);
        boolean named = element instanceof TypeElement
                && !List.of("this", "super").contains(path.getLeaf().toString());
        return new Receiver(code, named ? element.asType() : code.type(path), named);
    }

    boolean isKnown() {
        return type != null;
    }

    boolean isArray() {
        return type instanceof ArrayType;
    }

    /** All members that code at the cursor may use, also static ones. */
    List<Element> members() {
        List<Element> members = new ArrayList<>();
        for (DeclaredType declared : declared(type)) {
            TypeElement element = (TypeElement) declared.asElement();
            for (Element member : code.elements.getAllMembers(element)) {
                if (code.isAccessible(member, declared)) {
                    members.add(member);
                }
            }
            if (element.getKind().isInterface()) {
                code.typeNamed("java.lang.Object")
                        .ifPresent(object -> object.getEnclosedElements().stream()
                                .filter(member -> member.getModifiers().contains(Modifier.PUBLIC)
                                        && member.getKind() == ElementKind.METHOD)
                                .forEach(members::add));
            }
        }
        return members;
    }

    /** The class or interface to look into for a type of whatever kind; several for an intersection. */
    private List<DeclaredType> declared(TypeMirror mirror) {
        return switch (mirror) {
            case null -> List.of();
            case DeclaredType declared -> List.of(declared);
            case TypeVariable variable -> declared(variable.getUpperBound());
            case WildcardType wildcard -> declared(wildcard.getExtendsBound());
            case IntersectionType intersection ->
                intersection.getBounds().stream()
                        .flatMap(bound -> declared(bound).stream())
                        .toList();
            case ArrayType _ ->
                code.typeNamed("java.lang.Object").stream()
                        .map(object -> (DeclaredType) object.asType())
                        .toList();
            default -> List.of();
        };
    }

    boolean isPrimitive() {
        return type != null && type.getKind().isPrimitive() || type != null && type.getKind() == TypeKind.VOID;
    }
}
