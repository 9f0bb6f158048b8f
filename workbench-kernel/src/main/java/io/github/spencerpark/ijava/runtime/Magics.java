package io.github.spencerpark.ijava.runtime;

import java.util.List;
import segue.kernel.shell.CellFunctions;

/** Magics as functions. */
public final class Magics {
    private Magics() {}

    public static <T> T lineMagic(String name, List<String> arguments) {
        return CellFunctions.lineMagic(name, arguments);
    }

    public static <T> T cellMagic(String name, List<String> arguments, String body) {
        return CellFunctions.cellMagic(name, arguments, body);
    }
}
