package segue.kernel.shell;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes room for the lambdas of a class that is redefined in place. The JVM lets a loaded class have no new methods, and
 * every lambda is one. So the lambdas of the new version become methods of a class beside it, its companion; those of the
 * old version stay, for objects that were made from them.
 *
 * <p>A companion has to see what is private in its class. Only a class that the outermost one has named from the
 * beginning may, so {@link #withSpareNames} gives it names to be used later, which cost 30 bytes each.
 */
final class Companion {
    private static final String NAME = "$redefined";
    private static final int SPARE_COMPANIONS = 48;
    private static final int SPARE_ANONYMOUS = 6;
    private static final Set<String> PLAIN_SUPERTYPES =
            Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum");

    private Companion() {}

    static boolean isLambda(MethodModel method) {
        return method.flags().has(AccessFlag.SYNTHETIC)
                && method.flags().has(AccessFlag.PRIVATE)
                && method.methodName().stringValue().startsWith("lambda$");
    }

    /** Whether a class inside a type may appear in a later version though the first version lacks it. */
    static boolean isSpare(String className) {
        return className.matches(".*\\$[1-" + SPARE_ANONYMOUS + "]");
    }

    /** The outermost class of a declared type, ready for companions and for anonymous classes that may come. */
    static byte[] withSpareNames(byte[] outermost, String typeName) {
        ClassModel model = ClassFile.of().parse(outermost);
        Map<String, ClassDesc> members = new LinkedHashMap<>();
        model.findAttribute(Attributes.nestMembers())
                .ifPresent(nest ->
                        nest.nestMembers().forEach(member -> members.put(member.asInternalName(), member.asSymbol())));
        String outer = model.thisClass().asInternalName();
        for (int i = 1; i <= SPARE_ANONYMOUS; i++) {
            spare(members, outer + "$" + i);
            spare(members, outer + "$" + typeName + "$" + i);
        }
        for (int i = 0; i < SPARE_COMPANIONS; i++) {
            spare(members, outer + NAME + i);
        }
        return ClassFile.of().transformClass(model, new java.lang.classfile.ClassTransform() {
            @Override
            public void accept(ClassBuilder builder, ClassElement element) {
                if (!(element instanceof NestMembersAttribute)) {
                    builder.with(element);
                }
            }

            @Override
            public void atEnd(ClassBuilder builder) {
                builder.with(NestMembersAttribute.ofSymbols(List.copyOf(members.values())));
            }
        });
    }

    private static void spare(Map<String, ClassDesc> members, String internalName) {
        members.putIfAbsent(internalName, ClassDesc.ofInternalName(internalName));
    }

    /**
     * The new version of a class in the shape of the loaded one, and its companion where it has lambdas.
     *
     * @param loaded woven class file of the version that is loaded
     * @param fresh woven class file of the new version
     * @param number how many companions there are in this unit
     * @return class files by name, or empty where the lambdas need to stay in their class or no spare name is left
     */
    static Optional<Map<String, byte[]>> split(byte[] loaded, byte[] fresh, int number) {
        ClassModel before = ClassFile.of().parse(loaded);
        ClassModel after = ClassFile.of().parse(fresh);
        String name = after.thisClass().asInternalName();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        boolean hasLambdas = after.methods().stream().anyMatch(Companion::isLambda);
        if (hasLambdas && (number >= SPARE_COMPANIONS || !canMove(after))) {
            return Optional.empty();
        }
        String host = host(after);
        ClassDesc companion = ClassDesc.ofInternalName(host + NAME + number);
        Calls calls = new Calls(after.thisClass().asSymbol(), companion);
        classes.put(
                name.replace('/', '.'), ClassFile.of().build(after.thisClass().asSymbol(), builder -> {
                    for (ClassElement element : after) {
                        if (!(element instanceof MethodModel method)) {
                            builder.with(element);
                        } else if (!isLambda(method)) {
                            builder.transformMethod(
                                    method, java.lang.classfile.MethodTransform.transformingCode(calls::redirect));
                        }
                    }
                    builder.withVersion(after.majorVersion(), after.minorVersion());
                    before.methods().stream().filter(Companion::isLambda).forEach(builder::with);
                }));
        if (hasLambdas) {
            classes.put(host.replace('/', '.') + NAME + number, companion(after, companion, host, calls));
        }
        return Optional.of(classes);
    }

    private static byte[] companion(ClassModel after, ClassDesc companion, String host, Calls calls) {
        return ClassFile.of().build(companion, builder -> {
            builder.withVersion(after.majorVersion(), after.minorVersion());
            builder.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SYNTHETIC);
            builder.with(NestHostAttribute.of(ClassDesc.ofInternalName(host)));
            after.findAttribute(Attributes.sourceFile()).ifPresent(builder::with);
            after.methods().stream()
                    .filter(Companion::isLambda)
                    .forEach(lambda -> builder.withMethod(
                            lambda.methodName().stringValue(),
                            lambda.flags().has(AccessFlag.STATIC)
                                    ? lambda.methodTypeSymbol()
                                    : lambda.methodTypeSymbol().insertParameterTypes(0, calls.owner),
                            ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                            method -> lambda.code().ifPresent(code -> method.transformCode(code, calls::redirect))));
        });
    }

    private static String host(ClassModel model) {
        return model.findAttribute(Attributes.nestHost())
                .map(NestHostAttribute::nestHost)
                .map(ClassEntry::asInternalName)
                .orElse(model.thisClass().asInternalName());
    }

    /** A lambda that uses what is protected in a library's class, or calls a method of super, has to stay. */
    private static boolean canMove(ClassModel model) {
        boolean plain = model.superclass()
                .map(ClassEntry::asInternalName)
                .map(type -> PLAIN_SUPERTYPES.contains(type) || type.startsWith(CellCompiler.PACKAGE + "/"))
                .orElse(true);
        return plain
                && model.methods().stream()
                        .filter(Companion::isLambda)
                        .flatMap(method -> method.code().stream())
                        .flatMap(code -> code.elementStream())
                        .noneMatch(Companion::needsItsClass);
    }

    private static boolean needsItsClass(CodeElement element) {
        return element instanceof InvokeInstruction call
                && (call.opcode() == java.lang.classfile.Opcode.INVOKESPECIAL
                                && !call.name().equalsString("<init>")
                        || call.name().equalsString("clone")
                                && !call.owner().asInternalName().startsWith("["));
    }

    /** Lets lambdas be made from the companion's methods. */
    private record Calls(ClassDesc owner, ClassDesc companion) {
        void redirect(CodeBuilder code, CodeElement element) {
            if (element instanceof InvokeDynamicInstruction made
                    && made.bootstrapArgs().stream().anyMatch(this::isOwnLambda)) {
                ConstantDesc[] arguments =
                        made.bootstrapArgs().stream().map(this::redirected).toArray(ConstantDesc[]::new);
                code.invokedynamic(DynamicCallSiteDesc.of(
                        made.bootstrapMethod(), made.name().stringValue(), made.typeSymbol(), arguments));
            } else {
                code.with(element);
            }
        }

        private boolean isOwnLambda(ConstantDesc argument) {
            return argument instanceof DirectMethodHandleDesc handle
                    && handle.owner().equals(owner)
                    && handle.methodName().startsWith("lambda$");
        }

        private ConstantDesc redirected(ConstantDesc argument) {
            return isOwnLambda(argument)
                    ? MethodHandleDesc.ofMethod(
                            DirectMethodHandleDesc.Kind.STATIC,
                            companion,
                            ((DirectMethodHandleDesc) argument).methodName(),
                            ((DirectMethodHandleDesc) argument).invocationType())
                    : argument;
        }
    }
}
