package segue.kernel.magics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The magics that a notebook knows, by name. */
public final class Magics {
    private static final String INDENT = "    ";
    private static final int LINE_LENGTH = 90;

    private volatile Map<String, Magic> byName = new LinkedHashMap<>();

    private Magics(List<Magic> magics) {
        magics.forEach(this::add);
        Magic list = Magic.quiet(
                "%list",
                "%list [NAME]", "Lists the magics, or says what one does.", (arguments, _) -> {
                    list(arguments.text());
                    return Optional.empty();
                });
        add(list);
        add(list.as("%lsmagic"));
    }

    public static Magics standard() {
        List<Magic> magics = new ArrayList<>(List.of(
                TimeMagic.line(),
                TimeMagic.cell(),
                ClasspathMagics.classpath(),
                ClasspathMagics.jars(),
                LoadMagic.load(),
                WhosMagic.whos(),
                WhosMagic.who()));
        magics.addAll(new MavenMagics().all());
        return new Magics(magics);
    }

    /** Adds a magic, or puts it in the place of the one of its name. */
    public synchronized void add(Magic magic) {
        Map<String, Magic> now = new LinkedHashMap<>(byName);
        now.put(magic.name(), magic);
        byName = now;
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

    /**
     * Runs a magic that stands in a cell.
     *
     * @param name with its percent signs
     * @return what is to be shown as the cell's value where the magic stands last
     */
    public Optional<Object> run(String name, Arguments arguments, MagicContext context) throws Throwable {
        Optional<Object> value = call(name, arguments, context);
        return find(name).shown() ? value : Optional.empty();
    }

    /**
     * Runs a magic that stands in Java code.
     *
     * @param name with its percent signs
     */
    public Optional<Object> call(String name, Arguments arguments, MagicContext context) throws Throwable {
        if (arguments.askForHelp()) {
            list(name);
            return Optional.empty();
        }
        return find(name).action().run(arguments, context);
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
            System.out.println(magic.usage() + "\n" + wrapped(magic.help()));
            return;
        }
        byName.values().forEach(magic -> System.out.println(magic.usage() + "\n" + wrapped(magic.help())));
    }

    private static String wrapped(String help) {
        StringBuilder text = new StringBuilder(INDENT);
        int column = 0;
        for (String word : help.split(" ")) {
            if (column > 0 && column + word.length() > LINE_LENGTH) {
                text.append('\n').append(INDENT);
                column = 0;
            }
            text.append(column > 0 ? " " : "").append(word);
            column += word.length() + 1;
        }
        return text.toString();
    }
}
