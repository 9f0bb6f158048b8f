/** Rendering as IJava's notebooks know it, led to {@link segue.kernel.display.Renderers}. */
package io.github.spencerpark.jupyter.kernel.display;
