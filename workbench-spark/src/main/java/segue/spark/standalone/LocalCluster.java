package segue.spark.standalone;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import segue.spark.session.SegueSession;

/** A master and its workers. Whoever starts it closes it, which ends all of its processes. */
public final class LocalCluster implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int POLL_MILLIS = 100;
    private static final String HERE = "127.0.0.1";

    private final Path sparkHome;
    private final Path folder;
    private final Options options;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    /**
     * What to start.
     *
     * @param workers processes, 1 to 64
     * @param coresEach that a worker offers
     * @param megabytesEach that a worker offers to executors
     * @param port of the master; 0 for any that is free
     */
    public record Options(int workers, int coresEach, int megabytesEach, int port) {
        public Options {
            require("workers", workers, 1, 64);
            require("cores a worker", coresEach, 1, 1024);
            require("megabytes a worker", megabytesEach, 512, 1 << 20);
            require("port", port, 0, 65535);
        }

        /** Workers of one core and 1.5 GB. */
        public static Options of(int workers) {
            return new Options(workers, 1, 1536, 0);
        }

        private static void require(String what, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(
                        "%s must be in [%d, %d] but was %d".formatted(what, least, most, value));
            }
        }
    }

    private LocalCluster(Path sparkHome, Options options) throws IOException {
        this.sparkHome = sparkHome;
        this.options = options;
        this.folder = Files.createTempDirectory("segue-cluster");
        this.port = options.port() == 0 ? freePort() : options.port();
        this.master = start(
                "master",
                "org.apache.spark.deploy.master.Master",
                List.of("--host", HERE, "--port", Integer.toString(port), "--webui-port", "0"));
    }

    /**
     * Starts a master and its workers, and waits until all workers have joined.
     *
     * @throws IOException if Spark's jars are not where {@code SPARK_HOME} says, or a process ends before it has begun
     */
    public static LocalCluster start(Options options) throws IOException {
        LocalCluster cluster = new LocalCluster(sparkHome(), options);
        boolean ready = false;
        try {
            cluster.awaitMaster();
            for (int i = 0; i < options.workers(); i++) {
                cluster.addWorker();
            }
            cluster.awaitWorkers();
            ready = true;
            return cluster;
        } finally {
            if (!ready) {
                cluster.close();
            }
        }
    }

    private static Path sparkHome() throws IOException {
        String home = System.getenv("SPARK_HOME");
        if (home == null || !Files.isDirectory(Path.of(home, "jars"))) {
            throw new IOException("SPARK_HOME is %s, which has no folder 'jars': start this by ./segue spark cluster"
                    .formatted(home == null ? "not set" : home));
        }
        return Path.of(home);
    }

    /** For {@code --master}. */
    public String master() {
        return "spark://" + HERE + ":" + port;
    }

    /** The workers' processes, in the order in which they were started. */
    public List<ProcessHandle> workers() {
        return workers.stream().map(Process::toHandle).toList();
    }

    /** Ends a worker and its executors at once, as a machine ends that loses power. */
    public void kill(int worker) {
        killTree(workers.get(worker).toHandle());
    }

    /** Returns when the master has ended, by itself or because this was closed. */
    public void await() throws InterruptedException {
        master.waitFor();
    }

    private void addWorker() throws IOException {
        int number = workers.size() + 1;
        workers.add(start(
                "worker-" + number,
                "org.apache.spark.deploy.worker.Worker",
                List.of(
                        "--host",
                        HERE,
                        "--webui-port",
                        "0",
                        "--cores",
                        Integer.toString(options.coresEach()),
                        "--memory",
                        options.megabytesEach() + "m",
                        "--work-dir",
                        folder.resolve("work-" + number).toString(),
                        master())));
    }

    private Process start(String name, String mainClass, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(SegueSession.JVM_FLAGS.split(" ")));
        command.addAll(List.of("-Xmx512m", "-cp", sparkHome.resolve("jars") + File.separator + "*", mainClass));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        sparkHome.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        HERE,
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        return builder.start();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private void awaitMaster() throws IOException {
        for (long end = deadline(); System.nanoTime() < end; pause()) {
            requireAlive(master, "master");
            try (Socket answers = new Socket(HERE, port)) {
                if (answers.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                // Asked again below.
            }
        }
        throw late("the master did not answer");
    }

    private void awaitWorkers() throws IOException {
        for (long end = deadline(); System.nanoTime() < end; pause()) {
            int joined = 0;
            for (int i = 0; i < workers.size(); i++) {
                requireAlive(workers.get(i), "worker-" + (i + 1));
                joined += Files.readString(log("worker-" + (i + 1))).contains("Successfully registered") ? 1 : 0;
            }
            if (joined == workers.size()) {
                return;
            }
        }
        throw late("the workers did not join");
    }

    private void requireAlive(Process process, String name) throws IOException {
        if (!process.isAlive()) {
            String last = Files.readString(log(name)).strip();
            throw new IOException(
                    "the cluster's %s ended at once: %s".formatted(name, last.substring(last.lastIndexOf('\n') + 1)));
        }
    }

    private static IOException late(String what) {
        return new IOException("%s within %d s: is the machine very busy?".formatted(what, PATIENCE_SECONDS));
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while the cluster began");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            return socket.getLocalPort();
        }
    }

    private static void killTree(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends every process and clears what they wrote. */
    @Override
    public void close() throws IOException {
        workers.forEach(worker -> killTree(worker.toHandle()));
        killTree(master.toHandle());
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
