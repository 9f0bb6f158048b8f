package segue.spark;

import segue.spark.session.SegueSession;
import segue.spark.session.SessionOptions;

/** The session that all tests of a process share: two cores, and a task that fails is tried once more. */
public final class TestSession {
    private static SegueSession shared;

    private TestSession() {}

    public static synchronized SegueSession shared() {
        if (shared == null) {
            shared = SegueSession.open(
                    SessionOptions.local().withMaster("local[2,2]").with("spark.sql.shuffle.partitions", "4"));
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }
}
