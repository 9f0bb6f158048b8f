package segue.cli;

import segue.feedback.sql.DatabaseAddress;

/** Where commands keep feedback: the setting {@code database}, else the person's own folder. */
final class FeedbackPlace {
    private FeedbackPlace() {}

    static DatabaseAddress address() {
        return DatabaseAddress.chosen();
    }
}
