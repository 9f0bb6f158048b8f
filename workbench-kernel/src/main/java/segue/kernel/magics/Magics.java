package segue.kernel.magics;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The magics that a notebook knows, by name. */
public final class Magics {
    private final Map<String, Magic> byName = new LinkedHashMap<>();

    private Magics(List<Magic> magics) {
        magics.forEach(magic -> byName.put(magic.name(), magic));
        Magic.Action list = (arguments, _) -> {
            list(arguments);
            return Optional.empty();
        };
        String help = "Lists the magics, or says what one does.";
        byName.put("%list", new Magic("%list", "%list [NAME]", help, list));
        byName.put("%lsmagic", new Magic("%lsmagic", "%lsmagic [NAME]", "The same as %list.", list));
    }

    public static Magics standard() {
        return new Magics(List.of(
                TimeMagic.line(),
                TimeMagic.cell(),
                ClasspathMagics.classpath(),
                ClasspathMagics.jars(),
                LoadMagic.load(),
                WhosMagic.whos(),
                WhosMagic.who()));
    }

    /** Every name, with its percent signs. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** How the magic of this name is written. */
    public String usage(String name) {
        Magic magic = byName.get(name);
        return magic == null ? "" : magic.usage();
    }

    /** What the magic of this name does, in a sentence or two. */
    public String help(String name) {
        Magic magic = byName.get(name);
        return magic == null ? "" : magic.help();
    }

    public Optional<Object> runLine(String name, String arguments, MagicContext context) throws Throwable {
        return find("%" + name).action().run(arguments, context);
    }

    public Optional<Object> runCell(String name, String arguments, MagicContext context) throws Throwable {
        return find("%%" + name).action().run(arguments, context);
    }

    private Magic find(String name) {
        Magic magic = byName.get(name);
        if (magic == null) {
            String nearest = byName.keySet().stream()
                    .filter(known ->
                            common(known, name) >= 8 * name.chars().distinct().count())
                    .max(Comparator.comparingInt(known -> common(known, name)))
                    .map(known -> "; did you mean " + known + "?")
                    .orElse(".");
            throw new MagicFailure("There is no magic " + name + nearest + " %list shows them all.");
        }
        return magic;
    }

    /** Letters that both names share at their beginning, and then anywhere. */
    private static int common(String known, String name) {
        int prefix = 0;
        while (prefix < Math.min(known.length(), name.length()) && known.charAt(prefix) == name.charAt(prefix)) {
            prefix++;
        }
        int shared =
                (int) name.chars().distinct().filter(c -> known.indexOf(c) >= 0).count();
        return 10 * shared + 5 * prefix - 4 * Math.abs(known.length() - name.length());
    }

    private void list(String arguments) {
        if (!arguments.isBlank()) {
            String asked = arguments.strip();
            Magic magic = find(asked.startsWith("%") ? asked : "%" + asked);
            System.out.println(magic.usage() + "\n    " + magic.help());
            return;
        }
        int width = byName.values().stream()
                .mapToInt(magic -> magic.usage().length())
                .max()
                .orElse(0);
        byName.values()
                .forEach(magic -> System.out.println(
                        magic.usage() + " ".repeat(width + 2 - magic.usage().length()) + magic.help()));
    }
}
