package io.github.spencerpark.jupyter.kernel.magic.common;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import segue.kernel.magics.MagicFailure;

/** Writes cells to files. */
public final class WriteFile {
    private WriteFile() {}

    /** Writes the text of the cell to a file, in the place of what it held. */
    @CellMagic
    public static void writefile(List<String> arguments, String body) throws IOException {
        if (arguments.isEmpty()) {
            throw new MagicFailure("%%writefile needs a file, as in %%writefile notes.txt");
        }
        Files.writeString(Path.of(arguments.getFirst()), body);
    }
}
