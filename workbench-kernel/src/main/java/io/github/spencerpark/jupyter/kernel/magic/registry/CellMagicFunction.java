package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;

/** What a magic for cells does. */
@FunctionalInterface
public interface CellMagicFunction<T> {
    T execute(List<String> arguments, String body) throws Exception;
}
