package segue.kernel.assist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Java's keywords: where they may stand, and what they are for. */
final class Keywords {
    private static final Map<String, String> STATEMENTS = new LinkedHashMap<>();
    private static final Map<String, String> EXPRESSIONS = new LinkedHashMap<>();
    private static final Map<String, String> TYPES = new LinkedHashMap<>();
    private static final Map<String, String> OTHERS = new LinkedHashMap<>();

    static {
        STATEMENTS.put("abstract", "leaves a method without body, or a class without instances");
        STATEMENTS.put("assert", "assert CONDITION : MESSAGE; fails where the condition does not hold");
        STATEMENTS.put("break", "leaves a loop or switch");
        STATEMENTS.put("class", "class NAME { … } declares a class");
        STATEMENTS.put("continue", "goes on with a loop's next round");
        STATEMENTS.put("do", "do { … } while (CONDITION); loops at least once");
        STATEMENTS.put("else", "what happens where the if before it does not hold");
        STATEMENTS.put("enum", "enum NAME { A, B } declares a type with fixed values");
        STATEMENTS.put("final", "what is not assigned, overridden or extended again");
        STATEMENTS.put("for", "for (T x : XS) { … } or for (int i = 0; i < n; i++) { … }");
        STATEMENTS.put("if", "if (CONDITION) { … } else { … }");
        STATEMENTS.put("import", "import PACKAGE.CLASS; lets a class go by its simple name");
        STATEMENTS.put("interface", "interface NAME { … } declares an interface");
        STATEMENTS.put("private", "seen in its class alone");
        STATEMENTS.put("protected", "seen in its package and in subclasses");
        STATEMENTS.put("public", "seen everywhere");
        STATEMENTS.put("record", "record NAME(T a, U b) { } declares a class of values");
        STATEMENTS.put("return", "return VALUE; leaves a method");
        STATEMENTS.put("sealed", "sealed interface NAME permits A, B: nothing else may implement it");
        STATEMENTS.put("static", "belongs to the class, not to an object");
        STATEMENTS.put("synchronized", "synchronized (LOCK) { … } lets one thread in at a time");
        STATEMENTS.put("throw", "throw EXCEPTION; ends the code with an error");
        STATEMENTS.put("try", "try (RESOURCE) { … } catch (EXCEPTION e) { … } finally { … }");
        STATEMENTS.put("var", "var NAME = VALUE; declares a variable whose type is that of its value");
        STATEMENTS.put("void", "the result of a method that has none");
        STATEMENTS.put("while", "while (CONDITION) { … }");
        STATEMENTS.put("yield", "yield VALUE; gives the value of a switch");
        EXPRESSIONS.put("false", "the boolean that does not hold");
        EXPRESSIONS.put("instanceof", "X instanceof T t: whether X is a T, and if so under the name t");
        EXPRESSIONS.put("new", "new CLASS(ARGUMENTS) makes an object");
        EXPRESSIONS.put("null", "no object");
        EXPRESSIONS.put("super", "the object as its superclass sees it");
        EXPRESSIONS.put("switch", "switch (X) { case A -> …; default -> …; }");
        EXPRESSIONS.put("this", "the object that the code belongs to");
        EXPRESSIONS.put("true", "the boolean that holds");
        TYPES.put("boolean", "true or false");
        TYPES.put("byte", "a whole number of 8 bits, -128 to 127");
        TYPES.put("char", "a UTF-16 unit, 16 bits");
        TYPES.put("double", "a floating-point number of 64 bits, about 15 digits");
        TYPES.put("float", "a floating-point number of 32 bits, about 7 digits");
        TYPES.put("int", "a whole number of 32 bits, up to about 2.1 thousand million");
        TYPES.put("long", "a whole number of 64 bits, up to about 9.2 million million million");
        TYPES.put("short", "a whole number of 16 bits, -32768 to 32767");
        OTHERS.put("case", "a branch of a switch");
        OTHERS.put("catch", "catch (EXCEPTION e) { … } handles an error of the try before it");
        OTHERS.put("default", "a switch's last branch, or a method's body in an interface");
        OTHERS.put("extends", "the class that this one builds upon");
        OTHERS.put("finally", "what happens at the end of a try, error or not");
        OTHERS.put("implements", "the interfaces of a class");
        OTHERS.put("native", "written in another language");
        OTHERS.put("non-sealed", "may be extended by anyone, though its supertype is sealed");
        OTHERS.put("permits", "the only subtypes of a sealed type");
        OTHERS.put("throws", "the exceptions that a method may throw");
        OTHERS.put("transient", "left out when an object is serialised");
        OTHERS.put("volatile", "always read from and written to memory that threads share");
        OTHERS.put("when", "a condition on a case: case T t when CONDITION -> …");
    }

    private Keywords() {}

    /** What a keyword is for, in a line. */
    static Optional<String> meaning(String word) {
        for (Map<String, String> group : List.of(STATEMENTS, EXPRESSIONS, TYPES, OTHERS)) {
            if (group.containsKey(word)) {
                return Optional.of(group.get(word));
            }
        }
        return Optional.empty();
    }

    static List<Proposal> beginningStatement() {
        List<Proposal> all = inExpression();
        all.addAll(proposals(STATEMENTS));
        all.addAll(types());
        return all;
    }

    static List<Proposal> inExpression() {
        return proposals(EXPRESSIONS);
    }

    static List<Proposal> types() {
        return proposals(TYPES);
    }

    static List<Proposal> named(String... words) {
        List<Proposal> found = new ArrayList<>();
        for (String word : words) {
            found.add(new Proposal(word, "keyword", meaning(word).orElse(""), Proposal.Nearness.KEYWORD));
        }
        return found;
    }

    private static List<Proposal> proposals(Map<String, String> words) {
        return named(words.keySet().toArray(String[]::new));
    }
}
