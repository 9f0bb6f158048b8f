package segue.kernel.assist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import segue.kernel.magics.Magics;

/**
 * Completes magics and what follows them. A magic's usage says what that is: {@code FILE} stands for a file, {@code PATH}
 * for a folder or jar, {@code CODE} for Java, {@code NAME} for a magic.
 */
final class MagicProposals {
    private static final int MOST_FILES = 200;

    private final Magics magics;

    MagicProposals(Magics magics) {
        this.magics = magics;
    }

    boolean takesCode(String magic) {
        return magics.usage(magic).contains(" CODE")
                || magic.startsWith("%%") && magics.usage(magic).equals(magic);
    }

    Completer.Completed complete(String code, MagicLines.At at, int cursor) {
        if (at.arguments() < 0) {
            List<Proposal> found = magics.names().stream()
                    .filter(name -> name.startsWith(at.name()))
                    .filter(name -> at.nameStart() == 0 || !name.startsWith("%%"))
                    .map(name -> new Proposal(name, "magic", magics.usage(name), Proposal.Nearness.FUNCTION))
                    .toList();
            return new Completer.Completed(found, at.nameStart(), cursor);
        }
        int start = cursor;
        while (start > at.arguments()
                && !Character.isWhitespace(code.charAt(start - 1))
                && "\"'".indexOf(code.charAt(start - 1)) < 0) {
            start--;
        }
        String typed = code.substring(start, cursor);
        String usage = magics.usage(at.name());
        List<Proposal> found = List.of();
        if (usage.contains("NAME")) {
            found = magics.names().stream()
                    .filter(name ->
                            name.startsWith(typed) || name.replace("%", "").startsWith(typed))
                    .map(name -> new Proposal(name, "magic", magics.usage(name), Proposal.Nearness.FUNCTION))
                    .toList();
        } else if (usage.contains("PATH") || usage.contains("FILE")) {
            found = files(typed, usage.contains("PATH"));
        }
        return new Completer.Completed(found, start, cursor);
    }

    /** Files and folders whose path begins so; folders end with a slash. */
    private static List<Proposal> files(String typed, boolean jars) {
        List<Proposal> found = new ArrayList<>();
        try {
            String written = typed.startsWith("~/") ? System.getProperty("user.home") + typed.substring(1) : typed;
            int slash = typed.lastIndexOf('/') + 1;
            int writtenSlash = written.lastIndexOf('/') + 1;
            String prefix = typed.substring(slash);
            try (Stream<Path> files =
                    Files.list(Path.of(written.substring(0, writtenSlash)).toAbsolutePath())) {
                files.limit(10_000).forEach(file -> {
                    String name = file.getFileName().toString();
                    boolean folder = Files.isDirectory(file);
                    boolean hidden = name.startsWith(".") && !prefix.startsWith(".");
                    boolean suits =
                            folder || !jars || name.toLowerCase(Locale.ROOT).endsWith(".jar");
                    if (name.startsWith(prefix) && !hidden && suits) {
                        found.add(new Proposal(
                                typed.substring(0, slash) + name + (folder ? "/" : ""),
                                "path",
                                folder ? "folder" : "file",
                                folder ? Proposal.Nearness.MEMBER : Proposal.Nearness.LOCAL));
                    }
                });
            }
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
        found.sort(java.util.Comparator.comparing(Proposal::nearness).thenComparing(Proposal::text));
        return found.subList(0, Math.min(MOST_FILES, found.size()));
    }
}
