package segue.kernel.assist;

import java.util.List;
import java.util.Optional;

/** A dotted name that ends before the cursor. */
record Qualifier(String text, boolean isStatic) {
    /** What an import names so far, if the cursor stands in one. */
    static Optional<Qualifier> ofImport(List<Token> before) {
        int i = before.size() - 1;
        StringBuilder name = new StringBuilder();
        boolean dot = true;
        while (i >= 0 && (dot ? before.get(i).is(".") : before.get(i).isWord())) {
            name.insert(0, before.get(i).text());
            dot = !dot;
            i--;
        }
        boolean isStatic = i >= 0 && before.get(i).is("static");
        if (isStatic) {
            i--;
        }
        if (i < 0 || !before.get(i).is("import") || i > 0 && before.get(i - 1).is(".")) {
            return Optional.empty();
        }
        return Optional.of(new Qualifier(name.isEmpty() ? "" : name.substring(0, name.length() - 1), isStatic));
    }

    /** The name before a closing dot. */
    static Optional<String> before(List<Token> tokens) {
        StringBuilder name = new StringBuilder();
        boolean dot = true;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (dot ? !token.is(".") : !token.isWord()) {
                break;
            }
            name.insert(0, token.text());
            dot = !dot;
        }
        return name.length() < 2 || !dot || name.charAt(0) == '.'
                ? Optional.empty()
                : Optional.of(name.substring(0, name.length() - 1));
    }
}
