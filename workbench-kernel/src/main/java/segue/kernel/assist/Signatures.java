package segue.kernel.assist;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Writes types and methods as people read them: simple names, parameters with theirs. */
final class Signatures {
    private final Types types;

    Signatures(Types types) {
        this.types = types;
    }

    /** {@code (double x, double y) → double}, its type variables as they stand on the receiver. */
    String arrow(ExecutableElement method, TypeMirror receiver) {
        ExecutableType type = seenFrom(method, receiver);
        String result = method.getKind() == ElementKind.CONSTRUCTOR ? "" : " → " + simple(type.getReturnType());
        return "(" + parameters(method, type, List.of()) + ")" + result;
    }

    /**
     * As it would be declared: {@code String String.substring(int beginIndex, int endIndex)}.
     *
     * @param names of the parameters, where the source tells
     */
    String declared(ExecutableElement method, TypeMirror receiver, List<String> names) {
        ExecutableType type = seenFrom(method, receiver);
        StringBuilder text = new StringBuilder();
        boolean ofInterface = method.getEnclosingElement().getKind().isInterface();
        for (Modifier modifier : method.getModifiers()) {
            if (modifier == Modifier.STATIC || modifier == Modifier.ABSTRACT && !ofInterface) {
                text.append(modifier).append(' ');
            }
        }
        if (!method.getTypeParameters().isEmpty()) {
            text.append(parameters(method.getTypeParameters())).append(' ');
        }
        Element owner = method.getEnclosingElement();
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            text.append(owner.getSimpleName());
        } else {
            text.append(simple(type.getReturnType())).append(' ');
            text.append(owner(method)).append(method.getSimpleName());
        }
        text.append('(').append(parameters(method, type, names)).append(')');
        if (!type.getThrownTypes().isEmpty()) {
            text.append(" throws ")
                    .append(String.join(
                            ", ",
                            type.getThrownTypes().stream().map(this::simple).toList()));
        }
        return text.toString();
    }

    /** What a class is, and its full name: {@code class java.util.ArrayList<E>}. */
    String named(TypeElement type) {
        return kind(type)
                + fullName(type)
                + (type.getTypeParameters().isEmpty() ? "" : parameters(type.getTypeParameters()));
    }

    private static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> "interface ";
            case ENUM -> "enum ";
            case RECORD -> "record ";
            case ANNOTATION_TYPE -> "@interface ";
            default -> "class ";
        };
    }

    private static String fullName(TypeElement type) {
        String name = (type.getQualifiedName().isEmpty() ? type.getSimpleName() : type.getQualifiedName()).toString();
        return name.replaceAll("^REPL\\.(\\$[0-9_]+|Cell\\$)\\.", "");
    }

    /** {@code final class java.lang.String implements Comparable<String>}. */
    String declared(TypeElement type) {
        StringBuilder text = new StringBuilder();
        for (Modifier modifier : type.getModifiers()) {
            boolean implied = modifier == Modifier.PUBLIC
                    || type.getKind() != ElementKind.CLASS
                            && (modifier == Modifier.ABSTRACT || modifier == Modifier.FINAL)
                    || modifier == Modifier.STATIC;
            if (!implied) {
                text.append(modifier).append(' ');
            }
        }
        text.append(kind(type)).append(fullName(type));
        if (!type.getTypeParameters().isEmpty()) {
            text.append(parameters(type.getTypeParameters()));
        }
        TypeMirror above = type.getSuperclass();
        if (type.getKind() == ElementKind.CLASS
                && above.getKind() == TypeKind.DECLARED
                && !above.toString().equals("java.lang.Object")) {
            text.append(" extends ").append(simple(above));
        }
        if (!type.getInterfaces().isEmpty() && type.getKind() != ElementKind.ANNOTATION_TYPE) {
            text.append(type.getKind() == ElementKind.INTERFACE ? " extends " : " implements ")
                    .append(String.join(
                            ", ",
                            type.getInterfaces().stream().map(this::simple).toList()));
        }
        return text.toString();
    }

    /** Without packages. */
    String simple(TypeMirror type) {
        return type.toString()
                .replaceAll("@[\\w.$]+(\\([^)]*\\))?[ ,]?", "")
                .replaceAll("(?<![\\w$])(?:[a-z_][\\w]*\\.)+(?=[\\p{javaUpperCase}$])", "")
                .replaceAll("(?:REPL\\.)?\\$[0-9_]+\\.", "")
                .replaceAll(",(?=\\S)", ", ");
    }

    private ExecutableType seenFrom(ExecutableElement method, TypeMirror receiver) {
        if (receiver instanceof DeclaredType declared && !method.getModifiers().contains(Modifier.STATIC)) {
            try {
                return (ExecutableType) types.asMemberOf(declared, method);
            } catch (IllegalArgumentException e) {
                return (ExecutableType) method.asType();
            }
        }
        return (ExecutableType) method.asType();
    }

    /** The class that a member belongs to, with a dot; nothing for what cells declare. */
    String owner(Element member) {
        String name = member.getEnclosingElement().getSimpleName().toString();
        return name.contains("$") || name.isEmpty() ? "" : name + ".";
    }

    private String parameters(ExecutableElement method, ExecutableType type, List<String> names) {
        List<String> written = new ArrayList<>();
        List<? extends VariableElement> parameters = method.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            String text = simple(type.getParameterTypes().get(i));
            if (method.isVarArgs() && i == parameters.size() - 1) {
                text = text.replaceAll("\\[]$", "...");
            }
            String name = names.size() == parameters.size()
                    ? names.get(i)
                    : parameters.get(i).getSimpleName().toString();
            written.add(name.matches("arg\\d+") ? text : text + " " + name);
        }
        return String.join(", ", written);
    }

    private String parameters(List<? extends TypeParameterElement> parameters) {
        List<String> written = new ArrayList<>();
        for (TypeParameterElement parameter : parameters) {
            List<String> bounds = parameter.getBounds().stream()
                    .map(this::simple)
                    .filter(bound -> !bound.equals("Object"))
                    .toList();
            written.add(parameter.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + String.join(" & ", bounds)));
        }
        return "<" + String.join(", ", written) + ">";
    }
}
