/** Magics of a notebook's own, as IJava's notebooks register them, led to {@link segue.kernel.magics.Magics}. */
package io.github.spencerpark.jupyter.kernel.magic.registry;
