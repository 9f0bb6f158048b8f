package segue.spark.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import scala.Tuple2;
import segue.catalog.SongDraft;
import segue.catalog.SongRules;

/** The songs of one partition that are the recording of an earlier one; they come sorted by title and place. */
final class SameTitles extends Advancing<Tuple2<String, String>> {
    private final Iterator<Tuple2<Key, SongDraft>> sorted;
    private Iterator<Map.Entry<String, String>> found = Collections.emptyIterator();
    private List<SongDraft> group = new ArrayList<>();
    private String title = "";

    SameTitles(Iterator<Tuple2<Key, SongDraft>> sorted) {
        this.sorted = sorted;
    }

    @Override
    Tuple2<String, String> advance() {
        while (!found.hasNext() && (sorted.hasNext() || !group.isEmpty())) {
            nextGroup();
        }
        if (!found.hasNext()) {
            return null;
        }
        Map.Entry<String, String> same = found.next();
        return new Tuple2<>(same.getKey(), same.getValue());
    }

    private void nextGroup() {
        while (sorted.hasNext()) {
            Tuple2<Key, SongDraft> next = sorted.next();
            boolean begins = !next._1().group().equals(title);
            List<SongDraft> whole = group;
            if (begins) {
                title = next._1().group();
                group = new ArrayList<>();
            }
            group.add(next._2());
            if (begins && whole.size() > 1) {
                found = SongRules.sameRecordings(whole).entrySet().iterator();
                return;
            }
        }
        found = SongRules.sameRecordings(group).entrySet().iterator();
        group = new ArrayList<>();
    }
}
