/** Magics that IJava's notebooks register when they want them. */
package io.github.spencerpark.jupyter.kernel.magic.common;
