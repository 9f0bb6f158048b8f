package segue.spark.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;
import segue.spark.session.RunFigures;
import segue.spark.session.RunMeter;
import segue.spark.session.SegueSession;
import segue.spark.session.SessionOptions;

/** The options that every command has: where it runs, and whether the result is told as JSON. */
final class SparkOptions {
    /** What {@code spark-submit --master} has set, where it has started this. */
    private static final String SUBMITTED = System.getProperty("spark.master", "local[*]");

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "where to run: local[*], local[2], spark://HOST:PORT, yarn, k8s://URL (default: local[*])")
    private String master = SUBMITTED;

    @Option(
            names = "--conf",
            paramLabel = "NAME=VALUE",
            description = "a setting of Spark's own, such as spark.executor.memory=8g; may be repeated")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--json", description = "print one JSON object on stdout")
    private boolean json;

    /** What a command does on an open session. */
    @FunctionalInterface
    interface Job {
        /** @return what there is to tell, in the order in which it is told */
        Told on(SegueSession session) throws IOException;
    }

    /**
     * @param sentence for people: what was done, to which a full stop and the cost are added
     * @param figures for programs
     */
    record Told(String sentence, Map<String, Object> figures) {}

    SessionOptions session() {
        return new SessionOptions(master, settings);
    }

    /** Opens a session, does the work, tells what came of it, and closes the session. */
    int run(String command, Job job) throws IOException {
        try (SegueSession session = SegueSession.open(session())) {
            RunMeter meter = session.meter();
            Told told = session.run(spark -> job.on(session));
            RunFigures figures = meter.figures();
            if (json) {
                System.out.println(asJson(command, session, told, figures));
            } else {
                System.err.printf(Locale.ROOT, "segue: %s. %s.%n", told.sentence(), figures);
            }
            return 0;
        }
    }

    private static String asJson(String command, SegueSession session, Told told, RunFigures figures)
            throws JsonProcessingException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("command", "spark " + command);
        all.put("master", session.master());
        all.put("cores", session.spark().sparkContext().defaultParallelism());
        all.putAll(told.figures());
        all.put("seconds", Math.round(figures.wallSeconds() * 1e3) / 1e3);
        all.put("tasks", figures.tasks());
        all.put("failedTasks", figures.failedTasks());
        all.put("taskSeconds", Math.round(figures.taskSeconds() * 1e3) / 1e3);
        all.put("shuffledBytes", figures.shuffledBytes());
        all.put("mostShuffledBytesOfATask", figures.mostShuffledBytesOfATask());
        all.put("stages", figures.stages());
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all);
    }
}
