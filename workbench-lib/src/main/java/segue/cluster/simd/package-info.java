/** The inner loop of k-means by the Vector API. */
package segue.cluster.simd;
