package segue.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Prepares the classes of cells: a poll in each method and each loop lets them be stopped, calls between cells find the
 * latest version of a method, and calls that would end the JVM are caught.
 */
final class Weaver {
    private static final ClassDesc RUNTIME =
            CellRuntime.class.describeConstable().orElseThrow();
    private static final Pattern UNIT = Pattern.compile(CellCompiler.PACKAGE + "/\\$[0-9_]+");
    private static final DynamicCallSiteDesc POLL = DynamicCallSiteDesc.of(
            ConstantDescs.ofCallsiteBootstrap(
                    RUNTIME, "poll", CallSite.class.describeConstable().orElseThrow()),
            "poll",
            ConstantDescs.MTD_void);
    private static final DirectMethodHandleDesc EXIT = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            RUNTIME,
            "exit",
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
    private static final Set<String> EXITS = Set.of("exit", "halt");

    private final Function<String, byte[]> keptClasses;
    private final ClassLoader libraries;

    /** @param keptClasses the bytes of a cell's class by its internal name, or null */
    Weaver(Function<String, byte[]> keptClasses, ClassLoader libraries) {
        this.keptClasses = keptClasses;
        this.libraries = libraries;
    }

    byte[] weave(byte[] bytes, Map<String, byte[]> together) {
        ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> open(type, together))
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        return classFile.transformClass(
                classFile.parse(bytes), ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Polls::new)));
    }

    private InputStream open(ClassDesc type, Map<String, byte[]> together) {
        String descriptor = type.descriptorString();
        String internal = descriptor.substring(1, descriptor.length() - 1);
        byte[] own = together.get(internal.replace('/', '.'));
        if (own == null) {
            own = keptClasses.apply(internal.replace('/', '.'));
        }
        return own != null ? new ByteArrayInputStream(own) : libraries.getResourceAsStream(internal + ".class");
    }

    private static final class Polls implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();
        private boolean begun;

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            // The poll of the method stands after its first line number, so that what it throws has a line.
            if (!begun && element instanceof LineNumber) {
                begun = true;
                code.with(element);
                code.invokedynamic(POLL);
                return;
            }
            if (!begun && element instanceof Instruction) {
                begun = true;
                code.invokedynamic(POLL);
            }
            switch (element) {
                case LabelTarget target -> passed.add(target.label());
                case BranchInstruction branch when passed.contains(branch.target()) -> code.invokedynamic(POLL);
                case InvokeInstruction call
                when replaced(code, call) -> {
                    return;
                }
                case InvokeDynamicInstruction reference
                when reference.bootstrapArgs().stream().anyMatch(Polls::isExit) -> {
                    code.invokedynamic(DynamicCallSiteDesc.of(
                            reference.bootstrapMethod(),
                            reference.name().stringValue(),
                            reference.typeSymbol(),
                            reference.bootstrapArgs().stream()
                                    .map(argument -> isExit(argument) ? EXIT : argument)
                                    .toArray(ConstantDesc[]::new)));
                    return;
                }
                default -> {}
            }
            code.with(element);
        }

        /** The method reference {@code System::exit}. */
        private static boolean isExit(ConstantDesc argument) {
            return argument instanceof DirectMethodHandleDesc handle
                    && handle.methodName().equals("exit")
                    && handle.owner().descriptorString().equals("Ljava/lang/System;");
        }

        private static boolean replaced(CodeBuilder code, InvokeInstruction call) {
            String owner = call.owner().asInternalName();
            String name = call.name().stringValue();
            MethodTypeDesc type = call.typeSymbol();
            if (EXITS.contains(name) && (owner.equals("java/lang/System") || owner.equals("java/lang/Runtime"))) {
                MethodTypeDesc target = call.opcode() == Opcode.INVOKESTATIC
                        ? type
                        : type.insertParameterTypes(0, ClassDesc.of("java.lang.Runtime"));
                code.invokestatic(RUNTIME, "exit", target);
                return true;
            }
            if (name.equals("console") && owner.equals("java/lang/System")) {
                code.invokestatic(RUNTIME, "console", type);
                return true;
            }
            if (call.opcode() == Opcode.INVOKESTATIC
                    && name.indexOf('$') < 0
                    && UNIT.matcher(owner).matches()) {
                code.invokedynamic(DynamicCallSiteDesc.of(
                        latest(), name, type, call.owner().asSymbol()));
                return true;
            }
            return false;
        }

        private static DirectMethodHandleDesc latest() {
            return MethodHandleDesc.ofMethod(
                    DirectMethodHandleDesc.Kind.STATIC,
                    RUNTIME,
                    "latest",
                    MethodTypeDesc.of(
                            ConstantDescs.CD_CallSite,
                            ConstantDescs.CD_MethodHandles_Lookup,
                            ConstantDescs.CD_String,
                            ConstantDescs.CD_MethodType,
                            ConstantDescs.CD_Class));
        }
    }
}
