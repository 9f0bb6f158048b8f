package segue.spark.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Pattern;

/** What a master's address says. */
final class Masters {
    private static final Pattern KNOWN = Pattern.compile(
            "local|local\\[(\\*|[1-9]\\d{0,3})(,[1-9]\\d*)?]|local-cluster\\[\\d+,\\d+,\\d+]|spark://\\S+:\\d+|yarn|k8s://\\S+");
    private static final int WAIT_MILLIS = 5_000;
    private static final Pattern HERE = Pattern.compile("local.*|spark://(127\\.0\\.0\\.1|localhost|\\[::1])[:,].*");

    private Masters() {}

    static void require(String master) {
        if (!KNOWN.matcher(master).matches()) {
            throw new IllegalArgumentException(
                    "--master must be local[*], local[N], spark://HOST:PORT, yarn or k8s://URL but was '%s'"
                            .formatted(master));
        }
    }

    /**
     * Spark itself would try for a minute and more.
     *
     * @throws SparkFailure if a standalone cluster's master does not answer
     */
    static void requireReachable(String master) {
        if (!master.startsWith("spark://")) {
            return;
        }
        String[] places = master.substring("spark://".length()).split(",");
        for (String place : places) {
            int colon = place.lastIndexOf(':');
            String host = place.substring(0, colon).replaceAll("^\\[|]$", "");
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, Integer.parseInt(place.substring(colon + 1))), WAIT_MILLIS);
                return;
            } catch (IOException | IllegalArgumentException notThere) {
                // The next may be.
            }
        }
        throw new SparkFailure(
                "no master answers at %s: is it running there? ./segue spark cluster starts one on this machine"
                        .formatted(master),
                null);
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
