/** Dynamic time warping on the Vector API. */
package segue.dtw.simd;
