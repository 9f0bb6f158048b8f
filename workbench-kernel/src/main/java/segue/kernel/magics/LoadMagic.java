package segue.kernel.magics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Runs code from a file. */
final class LoadMagic {
    private LoadMagic() {}

    static Magic load() {
        return new Magic(
                "%load", "%load FILE", "Runs the Java (and magics) of a file as if it stood here.", LoadMagic::run);
    }

    private static Optional<Object> run(String arguments, MagicContext context) throws Throwable {
        if (arguments.isBlank()) {
            throw new MagicFailure("%load needs a file, as in %load setup.jsh");
        }
        Path file = Path.of(ClasspathMagics.unquoted(arguments.strip()));
        String code;
        try {
            code = Files.readString(file);
        } catch (IOException e) {
            throw new MagicFailure("%load could not read " + file.toAbsolutePath() + ": "
                    + e.getClass().getSimpleName());
        }
        return context.load(file.getFileName().toString(), code);
    }
}
