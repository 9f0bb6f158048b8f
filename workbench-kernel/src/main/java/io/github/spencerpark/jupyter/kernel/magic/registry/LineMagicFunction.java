package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;

/** What a magic for lines does. */
@FunctionalInterface
public interface LineMagicFunction<T> {
    T execute(List<String> arguments) throws Exception;
}
