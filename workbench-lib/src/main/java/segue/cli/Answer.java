package segue.cli;

import java.util.Map;
import segue.recommend.Rules;

/** What a way to recommend has found: to be read, or to be put into JSON or a playlist. */
interface Answer {
    /** Rows of the catalogue in the order of the answer. */
    int[] rows();

    /** For people: the songs on stdout, what is said about them on stderr. */
    void print(boolean explain);

    /** What is told of this way beside what all of them tell. */
    Map<String, Object> json();

    /** What computed it. */
    String backend();

    /** By what songs are compared. */
    String metric();

    /** What is asked of any way. */
    record Asked(Integer n, int page, Rules rules) {
        int nOr(int usual) {
            return n == null ? usual : n;
        }
    }
}
