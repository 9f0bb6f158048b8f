/** What IJava imports into every cell. The kernel has the same functions; these are for notebooks that import them. */
package io.github.spencerpark.ijava.runtime;
