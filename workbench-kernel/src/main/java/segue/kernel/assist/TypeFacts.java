package segue.kernel.assist;

import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * What decides where a class is offered. Kept from one reading to the next, since to ask the compiler means to have it
 * open the class.
 *
 * @param signature such as {@code class java.util.ArrayList<E>}
 */
record TypeFacts(
        String fullName,
        String simpleName,
        ElementKind kind,
        Set<Modifier> modifiers,
        boolean throwable,
        String signature) {
    static TypeFacts of(TypeElement type, Attributed code) {
        boolean throwable = type.getKind() == ElementKind.CLASS
                && code.typeNamed("java.lang.Throwable")
                        .map(above -> code.types.isSubtype(type.asType(), above.asType()))
                        .orElse(false);
        return new TypeFacts(
                type.getQualifiedName().toString(),
                type.getSimpleName().toString(),
                type.getKind(),
                Set.copyOf(type.getModifiers()),
                throwable,
                new Signatures(code.types).named(type));
    }

    boolean isPublic() {
        return modifiers.contains(Modifier.PUBLIC);
    }

    boolean isInterface() {
        return kind == ElementKind.INTERFACE;
    }

    boolean isAnnotation() {
        return kind == ElementKind.ANNOTATION_TYPE;
    }

    /** Whether {@code new} makes an object of it as it is. */
    boolean isMakeable() {
        return (kind == ElementKind.CLASS || kind == ElementKind.RECORD) && !modifiers.contains(Modifier.ABSTRACT);
    }

    boolean isExtendable() {
        return kind == ElementKind.CLASS && !modifiers.contains(Modifier.FINAL);
    }
}
