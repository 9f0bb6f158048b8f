/** The Jupyter kernel: the only place that knows Jupyter. */
package segue.kernel;
