package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import segue.kernel.shell.CellFunctions;

/** Shows values; as the functions of the same names that every cell has. */
public final class Display {
    private Display() {}

    public static DisplayData render(Object value) {
        return IJava.getKernelInstance().getRenderer().render(value);
    }

    public static DisplayData render(Object value, String... mimeTypes) {
        return IJava.getKernelInstance().getRenderer().renderAs(value, mimeTypes);
    }

    /** @return an id for {@link #updateDisplay} */
    public static String display(Object value) {
        return render(value).display();
    }

    /** @return an id for {@link #updateDisplay} */
    public static String display(Object value, String... mimeTypes) {
        return render(value, mimeTypes).display();
    }

    public static void updateDisplay(String id, Object value) {
        CellFunctions.updateDisplay(id, value);
    }

    public static void updateDisplay(String id, Object value, String... mimeTypes) {
        CellFunctions.updateDisplay(id, value, mimeTypes);
    }
}
