/**
 * Everything that touches the Vector API ({@code jdk.incubator.vector}); nothing else in Segue imports it.
 * {@link segue.neighbors.simd.SimdSupport} may be asked without it, and says why it is missing.
 */
package segue.neighbors.simd;
