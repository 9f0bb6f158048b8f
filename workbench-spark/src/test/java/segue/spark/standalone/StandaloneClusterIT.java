package segue.spark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import segue.matrix.FloatMatrix;
import segue.matrix.Npy;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.spark.session.SegueSession;

/** Jobs as a person starts them, on a real standalone cluster of three processes on this machine. */
@Timeout(300)
class StandaloneClusterIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TARGET = ROOT.resolve("workbench-spark/target");
    private static final int ROWS = 6_000;
    private static final int K = 5;

    @TempDir
    private static Path folder;

    private static Process cluster;
    private static String master;
    private static FloatMatrix data;

    @BeforeAll
    static void startCluster() throws IOException {
        data = random(ROWS);
        Npy.write(folder.resolve("rows.npy"), data);
        cluster = launcher("cluster", "--workers", "2")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        master = cluster.inputReader().readLine();
        assertThat(master).startsWith("spark://127.0.0.1:");
    }

    @AfterAll
    static void stopCluster() throws Exception {
        List<ProcessHandle> all = cluster.descendants().toList();
        cluster.destroy();
        assertThat(cluster.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle process : all) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private static FloatMatrix random(int rows) {
        Random random = new Random(42);
        float[] values = new float[rows * 13];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FloatMatrix.wrap(rows, 13, values);
    }

    private static ProcessBuilder launcher(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("segue").toString(), "spark"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SEGUE_BUILD", "never");
        return builder;
    }

    private static ProcessBuilder neighbours(Path rows, String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "neighbours",
                "--data",
                rows.toString(),
                "--k",
                Integer.toString(K),
                "--out",
                folder.resolve(out).toString(),
                "--way",
                "shuffle"));
        arguments.addAll(List.of(more));
        return launcher(arguments.toArray(String[]::new));
    }

    private static String finished(Process process, int exitCode) throws IOException, InterruptedException {
        String said = new String(process.getErrorStream().readAllBytes());
        assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(exitCode);
        return said;
    }

    /** Reads what a job wrote without Spark, and holds it against the library's own answer. */
    private static void assertRight(String out, FloatMatrix rows) throws IOException, InterruptedException {
        NeighborTable right = NeighborIndex.of(rows, Metric.EUCLIDEAN).graph(K);
        List<long[]> found = WrittenNeighbors.read(folder.resolve(out), rows.rows());
        for (int row = 0; row < rows.rows(); row++) {
            int[] expected = right.of(row).rows();
            for (int i = 0; i < K; i++) {
                assertThat(found.get(row)[i])
                        .as("neighbour %d of row %d", i, row)
                        .isEqualTo(expected[i]);
            }
        }
    }

    private static List<Path> written(String out) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(out))
                    .toList();
        }
    }

    @Test
    void aJobOnTheClusterGivesTheLibrarysAnswer() throws IOException, InterruptedException {
        String said = finished(
                neighbours(folder.resolve("rows.npy"), "cluster.parquet", "--master", master)
                        .start(),
                0);
        assertThat(said).contains("6,000");
        assertRight("cluster.parquet", data);
    }

    @Test
    void sparkSubmitStartsTheSameJob() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(SegueSession.JVM_FLAGS.split(" ")));
        List<String> jars = new ArrayList<>();
        try (Stream<Path> lib = Files.list(TARGET.resolve("lib"))) {
            lib.map(Path::toString).sorted().forEach(jars::add);
        }
        String own = jars.stream()
                .filter(jar -> jar.contains("workbench-spark"))
                .findFirst()
                .orElseThrow();
        command.addAll(List.of(
                "-cp",
                TARGET.resolve("spark/jars") + File.separator + "*",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--class",
                "segue.spark.cli.Main",
                "--jars",
                String.join(",", jars),
                own,
                "neighbours",
                "--data",
                folder.resolve("rows.npy").toString(),
                "--k",
                Integer.toString(K),
                "--out",
                folder.resolve("submitted.parquet").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", TARGET.resolve("spark").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        finished(builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start(), 0);
        assertRight("submitted.parquet", data);
    }

    @Test
    void aWorkerThatIsLostInMidJobCostsNothingButTime() throws IOException, InterruptedException {
        FloatMatrix many = random(40_000);
        Npy.write(folder.resolve("many.npy"), many);
        try (LostWorkers two = LostWorkers.start()) {
            Process job = neighbours(folder.resolve("many.npy"), "survived.parquet", "--master", two.master())
                    .start();
            two.awaitWork(1);
            assertThat(job.isAlive()).isTrue();
            two.kill(1);
            finished(job, 0);
        }
        assertRight("survived.parquet", many);
    }

    @Test
    void aDriverThatIsKilledLeavesNothingThatLooksFinished() throws IOException, InterruptedException {
        Npy.write(folder.resolve("more.npy"), random(40_000));
        Process job = neighbours(folder.resolve("more.npy"), "killed.parquet", "--master", "local[2]")
                .start();
        while (written("killed.parquet").isEmpty() && job.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        job.descendants().forEach(ProcessHandle::destroyForcibly);
        job.destroyForcibly().waitFor();
        assertThat(folder.resolve("killed.parquet")).doesNotExist();
        assertThat(written("killed.parquet"))
                .allMatch(left -> left.getFileName().toString().startsWith("."));
        finished(
                neighbours(folder.resolve("rows.npy"), "killed.parquet", "--master", "local[2]")
                        .start(),
                0);
        assertRight("killed.parquet", data);
    }

    @Test
    void aMasterThatIsNotThereIsOneSentence() throws IOException, InterruptedException {
        String said = finished(
                neighbours(folder.resolve("rows.npy"), "nobody.parquet", "--master", "spark://127.0.0.1:1")
                        .start(),
                1);
        assertThat(said.lines().filter(line -> line.startsWith("segue: "))).hasSize(1);
        assertThat(said).contains("no master answers at spark://127.0.0.1:1").doesNotContain("Exception");
    }
}
