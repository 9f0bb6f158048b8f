package segue.spark.session;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** An open connection to Spark. Whoever opens one closes it; a process has one at a time. */
public final class SegueSession implements AutoCloseable {
    /** What every JVM that runs a part of a job needs on JDK 25. */
    public static final String JVM_FLAGS = "--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED"
            + " --sun-misc-unsafe-memory-access=allow --add-opens=java.base/java.nio=ALL-UNNAMED"
            + " --add-opens=java.base/java.lang.invoke=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
            + " --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED";

    private final SparkSession spark;
    private final String master;

    /** Work on an open session. */
    @FunctionalInterface
    public interface Work<T> {
        T on(SparkSession spark) throws IOException;
    }

    private SegueSession(SparkSession spark, String master) {
        this.spark = spark;
        this.master = master;
    }

    /**
     * Connects to the master, or begins one in this process.
     *
     * @throws SparkFailure if the master cannot be reached
     */
    public static SegueSession open(SessionOptions options) {
        Masters.requireReachable(options.master());
        SparkConf conf = new SparkConf()
                .setMaster(options.master())
                .setAppName("segue")
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.warehouse.dir", new File(System.getProperty("java.io.tmpdir"), "segue-spark").getPath())
                .set("spark.driver.maxResultSize", "2g")
                .set("spark.executor.extraJavaOptions", JVM_FLAGS)
                .set("spark.hadoop.fs.file.impl.disable.cache", "false");
        if (Masters.isThisMachine(options.master())) {
            conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
        }
        if (!Masters.isOneProcess(options.master())) {
            conf.set("spark.jars", ownJars());
        }
        options.settings().forEach(conf::set);
        return Failures.told(() -> {
            SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
            int cores = spark.sparkContext().defaultParallelism();
            if (!options.settings().containsKey("spark.sql.shuffle.partitions")) {
                spark.conf().set("spark.sql.shuffle.partitions", Math.max(4, 2 * cores));
            }
            spark.sparkContext().addSparkListener(new TaskProgress());
            return new SegueSession(spark, options.master());
        });
    }

    /** Segue's own jars, which a cluster does not have: those of the folder that this class was loaded from. */
    private static String ownJars() {
        File here = new File(SegueSession.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        File[] jars = here.isFile() ? here.getParentFile().listFiles((folder, name) -> name.endsWith(".jar")) : null;
        if (jars == null || jars.length == 0) {
            return System.getProperty("segue.spark.jars", "");
        }
        return Arrays.stream(jars).map(File::getPath).sorted().collect(Collectors.joining(","));
    }

    /**
     * Runs work, and tells what went wrong in it as whoever wrote the work would: what a task threw comes out as it is.
     *
     * @throws SparkFailure if Spark itself could not go on
     * @throws IOException as the work or one of its tasks threw it
     */
    public <T> T run(Work<T> work) throws IOException {
        return Failures.unwrapped(() -> work.on(spark));
    }

    public SparkSession spark() {
        return spark;
    }

    public JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(spark.sparkContext());
    }

    public String master() {
        return master;
    }

    /** Measures from now on. */
    public RunMeter meter() {
        return RunMeter.on(spark);
    }

    @Override
    public void close() {
        spark.stop();
    }
}
