package segue.catalog;

/**
 * Where a piece of CSV ends: inside a quoted field or not. Follows the same rule as the parser: a quote opens a field only
 * at its start, and is doubled inside.
 *
 * @param open whether the text ends inside a quoted field
 */
record Quoting(boolean open, int next) {
    static final Quoting START = new Quoting(false, 0);

    /** Looks at {@code text} from where {@code before} stopped. */
    static Quoting of(CharSequence text, char separator, Quoting before) {
        boolean inside = before.open;
        boolean fieldStart = !inside;
        for (int i = before.next; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inside) {
                if (c == '"') {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        i++;
                    } else {
                        inside = false;
                    }
                }
            } else if (c == '"' && fieldStart) {
                inside = true;
                fieldStart = false;
            } else {
                fieldStart = c == separator;
            }
        }
        return new Quoting(inside, text.length());
    }

    /** The same state, to go on at {@code index}. */
    Quoting resumeAt(int index) {
        return new Quoting(open, index);
    }
}
