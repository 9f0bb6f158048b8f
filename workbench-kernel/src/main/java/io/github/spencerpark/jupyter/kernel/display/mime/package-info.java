/** MIME types as IJava's notebooks know them. */
package io.github.spencerpark.jupyter.kernel.display.mime;
