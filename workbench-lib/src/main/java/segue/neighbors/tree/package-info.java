/**
 * Exact search that leaves most rows out: boxes around neighbouring rows, found as a kd-tree finds its leaves, are bounded
 * before they are opened. It wins where neighbours are near and columns few, up to about 20; with many columns every box
 * is about as near as every other, and brute force is quicker.
 */
package segue.neighbors.tree;
