package segue.spark.session;

import java.util.regex.Pattern;

/** What a master's address says. */
final class Masters {
    private static final Pattern KNOWN = Pattern.compile(
            "local|local\\[(\\*|[1-9]\\d{0,3})(,[1-9]\\d*)?]|local-cluster\\[\\d+,\\d+,\\d+]|spark://\\S+:\\d+|yarn|k8s://\\S+");
    private static final Pattern HERE = Pattern.compile("local.*|spark://(127\\.0\\.0\\.1|localhost|\\[::1])[:,].*");

    private Masters() {}

    static void require(String master) {
        if (!KNOWN.matcher(master).matches()) {
            throw new IllegalArgumentException(
                    "--master must be local[*], local[N], spark://HOST:PORT, yarn or k8s://URL but was '%s'"
                            .formatted(master));
        }
    }

    /** Whether driver and executors are one process. */
    static boolean isOneProcess(String master) {
        return master.equals("local") || master.startsWith("local[");
    }

    /** Whether nothing beyond this machine takes part. */
    static boolean isThisMachine(String master) {
        return HERE.matcher(master).matches();
    }
}
