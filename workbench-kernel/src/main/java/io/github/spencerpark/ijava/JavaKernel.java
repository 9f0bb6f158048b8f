package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.nio.file.Path;
import java.util.List;
import segue.kernel.shell.CellFunctions;
import segue.kernel.shell.OpenNotebook;

/** The kernel, for notebooks that speak to it. */
public final class JavaKernel {
    private final Renderer renderer = new Renderer();
    private final Magics magics = new Magics();

    JavaKernel() {}

    public Renderer getRenderer() {
        return renderer;
    }

    public Magics getMagics() {
        return magics;
    }

    /** Runs code as a cell is run; null where it has no value. */
    public Object evalRaw(String code) throws Exception {
        return CellFunctions.eval(code);
    }

    /** As {@link #evalRaw}, in the forms that a front end shows. */
    public DisplayData eval(String code) throws Exception {
        Object value = evalRaw(code);
        return value == null ? null : renderer.render(value);
    }

    public void display(DisplayData data) {
        data.display();
    }

    public void addToClasspath(String path) {
        OpenNotebook.current().addToClasspath(List.of(Path.of(path)));
    }
}
