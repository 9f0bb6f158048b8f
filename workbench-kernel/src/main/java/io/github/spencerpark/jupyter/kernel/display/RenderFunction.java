package io.github.spencerpark.jupyter.kernel.display;

/** Shows values of one type. */
@FunctionalInterface
public interface RenderFunction<T> {
    void render(T value, RenderContext context);
}
