package segue.kernel.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parts of a cell that are compiled one after the other: mostly it is one. Java has each name once; a notebook's cell
 * may declare it again, and what follows means the new one, as if a new cell had begun.
 */
final class Segments {
    private Segments() {}

    /** A name that a cell declares twice parts it in two, which are run one after the other. */
    static List<List<Piece>> of(List<Piece> pieces) {
        List<List<Piece>> segments = new ArrayList<>();
        Set<String> declared = new HashSet<>();
        for (Piece piece : pieces) {
            String key = switch (piece) {
                case Piece.Variable variable -> variable.name();
                case Piece.Method method -> method.key();
                case Piece.Type type -> "class " + type.name();
                default -> "";
            };
            boolean repeated = !key.isEmpty() && !declared.add(key);
            if (segments.isEmpty() || repeated) {
                segments.add(new ArrayList<>());
                declared.clear();
                declared.add(key);
            }
            segments.getLast().add(piece);
        }
        return segments;
    }
}
