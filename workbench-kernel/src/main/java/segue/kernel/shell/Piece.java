package segue.kernel.shell;

import java.util.List;

/** One top-level piece of a cell. Positions are indexes into the cell's code. */
sealed interface Piece {
    int start();

    int end();

    /** @param name what follows {@code import} or {@code import static}, without the semicolon; "module java.sql" too */
    record Import(int start, int end, boolean isStatic, String name) implements Piece {}

    /** A class, interface, record, enum or annotation. */
    record Type(int start, int end, String name, boolean isRecord, Modifiers modifiers) implements Piece {}

    /**
     * @param parameterTypes as written; with the name they tell overloads apart
     * @param header return type to throws clause, on one line
     * @param parameters their names
     */
    record Method(
            int start,
            int end,
            String name,
            Modifiers modifiers,
            List<String> parameterTypes,
            String header,
            List<String> parameters,
            boolean isVoid)
            implements Piece {
        String key() {
            return name + parameterTypes;
        }
    }

    /**
     * @param type as written; empty for {@code var}
     * @param typeStart where the type stands, for messages
     * @param initStart negative where there is no initialiser
     * @param anonymous where a {@code var} is a new object of an anonymous class; else null
     */
    record Variable(
            int start,
            int end,
            String name,
            String type,
            int typeStart,
            int initStart,
            int initEnd,
            boolean isFinal,
            boolean isVolatile,
            Anonymous anonymous)
            implements Piece {
        boolean inferred() {
            return type.isEmpty();
        }

        boolean initialised() {
            return initStart >= 0;
        }
    }

    /** @param opaque what follows might be unreachable for the compiler, so it has to stand in a method of its own */
    record Statement(int start, int end, boolean opaque) implements Piece {}

    /** @param shown the last of its cell, without a semicolon: its value is the cell's */
    record Expression(int start, int end, boolean shown, boolean mayBeVoid) implements Piece {}

    /** A line magic, without the percent sign. */
    record Magic(int start, int end, String line) implements Piece {}

    /** Where the arguments of an anonymous class begin, and where its body does and ends. */
    record Anonymous(int argumentsStart, int bodyStart, int bodyEnd) {}

    /** The stretch of the modifiers, and those in it that the wrapping class replaces. */
    record Modifiers(int start, int end, List<int[]> masked) {}
}
