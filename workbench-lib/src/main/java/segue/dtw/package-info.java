/**
 * Dynamic time warping: how far two sequences of frames are apart when time may be stretched.
 */
package segue.dtw;
