package segue.kernel.shell;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything about a class but its method bodies. Two versions of one shape can stand for each other: objects of the
 * first are objects of the second, and code compiled against the first works with the second.
 */
final class ClassShape {
    private final ClassModel model;

    private ClassShape(byte[] bytes) {
        model = ClassFile.of().parse(bytes);
    }

    /**
     * Why the later version cannot take the earlier one's place, in words that follow "since"; empty if it can.
     *
     * @param name the declared name of the type
     * @param before class files by their names
     */
    static Optional<String> change(String name, Map<String, byte[]> before, Map<String, byte[]> after) {
        if (!named(before).equals(named(after))) {
            return Optional.of("the classes inside " + name + " are others");
        }
        for (Map.Entry<String, byte[]> entry : after.entrySet()) {
            String className = entry.getKey();
            if (!before.containsKey(className)) {
                continue;
            }
            String shown = UnitNames.isUnit(className)
                    ? name
                    : CellNames.readable(className).replace('$', '.');
            Optional<String> change =
                    new ClassShape(before.get(className)).changeTo(new ClassShape(entry.getValue()), shown);
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    private static Set<String> named(Map<String, byte[]> classes) {
        return classes.keySet().stream()
                .filter(className -> !Companion.isSpare(className))
                .collect(Collectors.toSet());
    }

    private Optional<String> changeTo(ClassShape after, String name) {
        if (!head().equals(after.head())) {
            return Optional.of(name + " is declared otherwise or has another supertype");
        }
        Optional<String> fields = difference(fields(), after.fields(), name, "field");
        if (fields.isPresent()) {
            return fields;
        }
        if (!List.copyOf(fields().keySet()).equals(List.copyOf(after.fields().keySet()))) {
            return Optional.of("the fields of " + name + " stand in another order");
        }
        Optional<String> methods = difference(methods(), after.methods(), name, "method");
        if (methods.isPresent()) {
            return methods;
        }
        return initialiser().equals(after.initialiser())
                ? Optional.empty()
                : Optional.of("the static fields of " + name + " begin with other values");
    }

    private String head() {
        return model.flags().flagsMask() + " "
                + model.superclass().map(type -> type.asInternalName()).orElse("") + " "
                + model.interfaces().stream().map(type -> type.asInternalName()).toList() + " "
                + signature(model.findAttribute(Attributes.signature())) + " "
                + model.findAttribute(Attributes.permittedSubclasses())
                        .map(permitted -> permitted.permittedSubclasses().stream()
                                .map(type -> type.asInternalName())
                                .toList())
                + model.findAttribute(Attributes.record())
                        .map(components -> components.components().stream()
                                .map(component -> component.name() + ":" + component.descriptor())
                                .toList());
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldModel field : model.fields()) {
            fields.put(
                    field.fieldName().stringValue(),
                    field.fieldType().stringValue() + " " + field.flags().flagsMask() + " "
                            + signature(field.findAttribute(Attributes.signature())) + " "
                            + field.findAttribute(Attributes.constantValue())
                                    .map(ConstantValueAttribute::constant)
                                    .map(constant -> constant.constantValue().toString()));
        }
        return fields;
    }

    private Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        for (MethodModel method : model.methods()) {
            if (Companion.isLambda(method)) {
                continue;
            }
            methods.put(
                    method.methodName().stringValue() + method.methodType().stringValue(),
                    method.flags().flagsMask() + " " + signature(method.findAttribute(Attributes.signature()))
                            + method.findAttribute(Attributes.exceptions())
                                    .map(thrown -> thrown.exceptions().stream()
                                            .map(type -> type.asInternalName())
                                            .toList()));
        }
        return methods;
    }

    private List<String> initialiser() {
        List<String> instructions = new ArrayList<>();
        for (MethodModel method : model.methods()) {
            if (method.methodName().equalsString("<clinit>")) {
                method.code()
                        .ifPresent(code -> code.forEach(element -> {
                            if (element instanceof Instruction) {
                                instructions.add(element.toString());
                            }
                        }));
            }
        }
        return instructions;
    }

    private static String signature(Optional<SignatureAttribute> attribute) {
        return attribute.map(signature -> signature.signature().stringValue()).orElse("");
    }

    private static Optional<String> difference(
            Map<String, String> before, Map<String, String> after, String type, String what) {
        for (String name : new TreeSet<>(after.keySet())) {
            if (!before.containsKey(name)) {
                return Optional.of(type + " has a new " + what + " " + plain(name, type));
            }
        }
        for (String name : new TreeSet<>(before.keySet())) {
            if (!after.containsKey(name)) {
                return Optional.of(type + " has no " + what + " " + plain(name, type) + " any more");
            }
            if (!before.get(name).equals(after.get(name))) {
                return Optional.of("the " + what + " " + plain(name, type) + " of " + type + " is declared otherwise");
            }
        }
        return Optional.empty();
    }

    /** A method's name with empty brackets; a constructor goes by the name of its class. */
    private static String plain(String name, String type) {
        int descriptor = name.indexOf('(');
        if (descriptor < 0) {
            return name;
        }
        String method = name.substring(0, descriptor);
        return (method.equals("<init>") ? type.substring(type.lastIndexOf('.') + 1) : method) + "()";
    }
}
