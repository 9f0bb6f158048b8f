package segue.kernel.magics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs code from a file. */
final class LoadMagic {
    /** Tried in this order after the name as it is written. */
    private static final List<String> ENDINGS = List.of("", ".jsh", ".jshell", ".java", ".ijava", ".jjava", ".ipynb");

    private LoadMagic() {}

    static Magic load() {
        return Magic.shown(
                "%load",
                "%load FILE",
                "Runs the Java (and magics) of a file, or the code cells of a notebook, as if they stood here. The ending"
                        + " may be left out: .jsh, .jshell, .java, .ijava, .jjava, .ipynb.",
                LoadMagic::run);
    }

    private static Optional<Object> run(Arguments arguments, MagicContext context) throws Throwable {
        if (arguments.words().size() != 1) {
            throw new MagicFailure("%load needs one file, as in %load setup.jsh");
        }
        Path file = find(arguments.words().getFirst());
        String code;
        try {
            code = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new MagicFailure("%load reads text in UTF-8, and " + file + " is something else");
        } catch (IOException e) {
            throw new MagicFailure("%load could not read " + file + ": " + e.getMessage());
        }
        String name = file.getFileName().toString();
        return name.endsWith(".ipynb") ? notebook(name, code, context) : context.load(name, code);
    }

    private static Path find(String written) {
        Path file = Path.of(written.startsWith("~/") ? System.getProperty("user.home") + written.substring(1) : written)
                .toAbsolutePath()
                .normalize();
        return ENDINGS.stream()
                .map(ending -> file.resolveSibling(file.getFileName() + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new MagicFailure("%load found no file " + file + ", nor one with an ending of "
                        + String.join(" ", ENDINGS.subList(1, ENDINGS.size()))));
    }

    private static Optional<Object> notebook(String name, String json, MagicContext context) throws Throwable {
        JsonNode cells;
        try {
            cells = new ObjectMapper().readTree(json).path("cells");
        } catch (IOException e) {
            throw new MagicFailure("%load could not read " + name + " as a notebook: it is not JSON");
        }
        Optional<Object> value = Optional.empty();
        int number = 0;
        for (JsonNode cell : cells) {
            if (cell.path("cell_type").asText().equals("code")) {
                value = context.load(name + " cell " + ++number, source(cell.path("source")));
            }
        }
        return value;
    }

    private static String source(JsonNode source) {
        if (source.isTextual()) {
            return source.asText();
        }
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
