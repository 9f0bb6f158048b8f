/** The inner loops of a map by the Vector API: forces between points, transforms of many columns at once, B-splines. */
package segue.projection.simd;
