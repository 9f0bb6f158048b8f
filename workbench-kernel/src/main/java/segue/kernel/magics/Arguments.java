package segue.kernel.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What follows the name of a magic.
 *
 * @param text as it is written
 * @param words the text cut at blanks; double or single quotes keep blanks, and a backslash a quote
 */
public record Arguments(String text, List<String> words) {
    public Arguments {
        words = List.copyOf(words);
    }

    public static Arguments of(String text) {
        return new Arguments(text.strip(), split(text));
    }

    public static Arguments ofWords(List<String> words) {
        return new Arguments(words.stream().map(Arguments::quoted).collect(Collectors.joining(" ")), words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether it is the question what the magic does. */
    boolean askForHelp() {
        return text.equals("?") || text.equals("-h") || text.equals("--help");
    }

    private static String quoted(String word) {
        return word.isEmpty() || word.chars().anyMatch(Character::isWhitespace) ? '"' + word + '"' : word;
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "\"'\\".indexOf(text.charAt(i + 1)) >= 0) {
                word.append(text.charAt(++i));
                begun = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
