package segue.kernel.shell;

import java.util.Set;

/** Something that a cell declared and that later cells can use. */
sealed interface Declared {
    String name();

    /** The generated class that holds it. */
    String owner();

    /** Names its text mentions. */
    Set<String> mentions();

    /**
     * @param type as written or inferred
     * @param mentions the types of cells in it; a class of a library stays what it is, whatever a cell declares later
     */
    record Variable(String name, String owner, String type, Set<String> mentions, boolean isFinal)
            implements Declared {}

    record Method(Piece.Method piece, CellText cell, String owner, Set<String> mentions) implements Declared {
        @Override
        public String name() {
            return piece.name();
        }

        String text() {
            return cell.code().substring(piece.start(), piece.end());
        }
    }

    record Type(Piece.Type piece, CellText cell, String owner, Set<String> mentions) implements Declared {
        @Override
        public String name() {
            return piece.name();
        }

        String text() {
            return cell.code().substring(piece.start(), piece.end());
        }
    }
}
