/** The simplest ways to recommend, which every better one has to beat. */
package segue.evaluate.baseline;
