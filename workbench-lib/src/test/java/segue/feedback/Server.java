package segue.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A database server of this machine's packages: a private one in a temporary folder, on 127.0.0.1, until the JVM ends. */
public final class Server {
    static final String PASSWORD = "a b&c%d";

    private static final String ENCODED = "a%20b%26c%25d";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final long STARTS_WITHIN_SECONDS = 120;

    private static Optional<Server> postgresql;
    private static Optional<Server> mariadb;

    private final String scheme;
    private final int port;
    private final Process process;

    private Server(String scheme, int port, Process process) {
        this.scheme = scheme;
        this.port = port;
        this.process = process;
    }

    /** The test is skipped, saying why, where the server is not installed. */
    public static synchronized Server postgresql() throws IOException, InterruptedException {
        if (postgresql == null) {
            postgresql = Optional.empty();
            Optional<Path> initdb = newest(Path.of("/usr/lib/postgresql"), "bin/initdb");
            if (initdb.isPresent()) {
                postgresql = Optional.of(startPostgresql(initdb.get().getParent()));
            }
        }
        return orSkip(postgresql, "postgresql");
    }

    static synchronized Server mariadb() throws IOException, InterruptedException {
        if (mariadb == null) {
            mariadb = Optional.empty();
            if (Files.isExecutable(Path.of("/usr/sbin/mariadbd"))) {
                mariadb = Optional.of(startMariadb());
            }
        }
        return orSkip(mariadb, "mariadb-server");
    }

    private static Server orSkip(Optional<Server> server, String debianPackage) {
        if (server.isEmpty()) {
            System.out.println("skipped: this database server is not installed, or did not start; apt-get install "
                    + debianPackage);
        }
        assumeTrue(server.isPresent(), "needs Debian's package " + debianPackage);
        return server.get();
    }

    private static Optional<Path> newest(Path versions, String file) throws IOException {
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve(file))
                    .filter(Files::isExecutable)
                    .max((a, b) -> a.compareTo(b));
        }
    }

    private static Server startPostgresql(Path programs) throws IOException, InterruptedException {
        Path folder = folderOf("postgres");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        give(password, "postgres");
        Path data = folder.resolve("data");
        run(
                folder,
                as(
                        "postgres",
                        programs.resolve("initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        "segue",
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--no-sync"));
        int port = freePort();
        Process process = start(
                folder,
                as(
                        "postgres",
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        "" + port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=" + folder,
                        // Clients are killed here, never the server, whose files are thrown away.
                        "-c",
                        "fsync=off"));
        Server server = new Server("postgresql", port, process);
        server.awaitReady(folder);
        return server;
    }

    private static Server startMariadb() throws IOException, InterruptedException {
        Path folder = folderOf("mysql");
        Path data = folder.resolve("data");
        run(folder, as("mysql", "mariadb-install-db", "--no-defaults", "--datadir=" + data, "--skip-test-db"));
        Path first = Files.writeString(
                folder.resolve("first.sql"),
                "CREATE DATABASE segue;\nCREATE USER segue@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "';\n"
                        + "GRANT ALL ON *.* TO segue@'127.0.0.1';\n");
        give(first, "mysql");
        int port = freePort();
        Process process = start(
                folder,
                as(
                        "mysql",
                        "/usr/sbin/mariadbd",
                        "--no-defaults",
                        "--datadir=" + data,
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--skip-name-resolve",
                        "--socket=" + folder.resolve("s"),
                        "--pid-file=" + folder.resolve("pid"),
                        "--init-file=" + first));
        Server server = new Server("mysql", port, process);
        server.awaitReady(folder);
        return server;
    }

    /** An empty database of its own, by URL. */
    public String newDatabase() throws SQLException {
        String name = "segue_" + DATABASES.incrementAndGet();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return url("segue", name, ENCODED);
    }

    String url(String user, String database, String encodedPassword) {
        return "jdbc:%s://127.0.0.1:%d/%s?user=%s&password=%s".formatted(scheme, port, database, user, encodedPassword);
    }

    private Connection connect() throws SQLException {
        String database = scheme.equals("mysql") ? "segue" : "postgres";
        Properties properties = new Properties();
        properties.put("user", "segue");
        properties.put("password", PASSWORD);
        properties.put("sslMode", "disable");
        String url = "jdbc:%s://127.0.0.1:%d/%s".formatted(scheme.replace("mysql", "mariadb"), port, database);
        return DriverManager.getConnection(url, properties);
    }

    private void awaitReady(Path folder) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_WITHIN_SECONDS);
        SQLException last = null;
        while (System.nanoTime() < until && process.isAlive()) {
            try (Connection ready = connect()) {
                assertThat(ready.isValid(10)).isTrue();
                return;
            } catch (SQLException notYet) {
                last = notYet;
                if (String.valueOf(notYet.getSQLState()).startsWith("28")) {
                    break;
                }
                Thread.sleep(100);
            }
        }
        throw new IOException(scheme + " did not start: " + endOf(folder.resolve("log")), last);
    }

    private static String endOf(Path log) throws IOException {
        String said = Files.readString(log);
        return said.substring(Math.max(0, said.length() - 2000));
    }

    /** Servers refuse to run as root, who lends them another name. */
    private static List<String> as(String user, String... command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Path folderOf(String user) throws IOException {
        Path folder = Files.createTempDirectory("segue-" + user);
        give(folder, user);
        return folder;
    }

    private static void give(Path path, String user) throws IOException {
        if (isRoot()) {
            UserPrincipal owner =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
            Files.setOwner(path, owner);
        }
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = processOf(folder, command).start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + endOf(folder.resolve("log")));
        }
    }

    private static Process start(Path folder, List<String> command) throws IOException {
        Process process = processOf(folder, command).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
        return process;
    }

    private static ProcessBuilder processOf(Path folder, List<String> command) {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    private static void stop(Process process, Path folder) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, IOException e) throws IOException {
                    Files.deleteIfExists(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
