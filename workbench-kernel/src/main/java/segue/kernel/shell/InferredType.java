package segue.kernel.shell;

import java.util.List;

/**
 * The type that the compiler found for a {@code var}.
 *
 * @param name as it can stand in source
 * @param parameters of the constructor, where it is an anonymous class with members of its own; else null
 * @param isInterface whether that class is made from an interface
 */
record InferredType(String name, List<String> parameters, boolean isInterface) {
    static InferredType named(String name) {
        return new InferredType(name, null, false);
    }

    boolean isAnonymous() {
        return parameters != null;
    }

    /** The name of the class that takes the place of an anonymous one. */
    static String className(String variable) {
        return "$" + variable;
    }

    /** From {@code class} to the end of the constructor. */
    String declaration(String variable) {
        String header = "class " + className(variable) + (isInterface ? " implements " : " extends ") + name + " {";
        if (isInterface) {
            return header;
        }
        StringBuilder declared = new StringBuilder();
        StringBuilder passed = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            String comma = i == 0 ? "" : ", ";
            declared.append(comma).append(parameters.get(i)).append(" a").append(i);
            passed.append(comma).append("a").append(i);
        }
        return header + " " + className(variable) + "(" + declared + ") throws java.lang.Throwable { super(" + passed
                + "); }";
    }
}
