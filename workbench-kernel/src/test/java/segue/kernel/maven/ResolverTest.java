package segue.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResolverTest {
    @TempDir
    private Path folder;

    private final List<String> status = new ArrayList<>();
    private FileRepository central;
    private MavenHome home;

    @BeforeEach
    void begin() throws IOException {
        central = new FileRepository(folder.resolve("central"));
        home = new MavenHome(folder.resolve("home")).mirroring(central.url());
    }

    @AfterEach
    void end() {
        home.close();
    }

    private List<String> resolve(ResolveRequest request) throws Exception {
        return ResolverLoader.resolver().resolve(request, status::add).stream()
                .map(jar -> jar.coordinate().toString())
                .toList();
    }

    private List<String> resolve(String... coordinates) throws Exception {
        return resolve(ResolveRequest.of(
                List.of(coordinates).stream().map(Coordinate::parse).toList()));
    }

    private String failure(String... coordinates) {
        AtomicReference<String> message = new AtomicReference<>();
        assertThatThrownBy(() -> resolve(coordinates))
                .isInstanceOf(ResolutionFailure.class)
                .satisfies(e -> message.set(e.getMessage()));
        return message.get();
    }

    @Test
    void an_artifact_comes_with_all_that_it_needs_to_run() throws Exception {
        central.add("g:leaf:1")
                .addWith(
                        "g:top:1",
                        FileRepository.dependency(Coordinate.parse("g:leaf:1"), "<scope>runtime</scope>")
                                + FileRepository.dependency(Coordinate.parse("g:absent:1"), "<scope>test</scope>")
                                + FileRepository.dependency(
                                        Coordinate.parse("g:absent:2"), "<optional>true</optional>"));
        assertThat(resolve("g:top:1")).containsExactly("g:top:1", "g:leaf:1");
        assertThat(home.localRepository().resolve("g/leaf/1/leaf-1.jar")).exists();
        assertThat(status.getLast()).startsWith("Fetched 4 files, ");
    }

    @Test
    void of_two_versions_the_nearer_is_taken_as_maven_does() throws Exception {
        central.add("g:leaf:1").add("g:leaf:2").add("g:middle:1", "g:leaf:2").add("g:a:1", "g:middle:1");
        central.add("g:b:1", "g:leaf:1");
        assertThat(resolve("g:a:1", "g:b:1")).containsExactly("g:a:1", "g:middle:1", "g:b:1", "g:leaf:1");
    }

    @Test
    void what_is_in_the_local_repository_is_not_asked_for_again() throws Exception {
        central.add("g:leaf:1").add("g:top:1", "g:leaf:1");
        resolve("g:top:1");
        status.clear();
        home.mirroring("http://127.0.0.1:9/nobody-listens-here");
        // The mirror has the same name, so that the local repository trusts what came from it.
        assertThat(resolve("g:top:1")).containsExactly("g:top:1", "g:leaf:1");
        assertThat(status).isEmpty();
    }

    @Test
    void the_real_local_repository_answers_without_a_network() throws Exception {
        Path jar = Path.of(org.assertj.core.api.Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String version = jar.getParent().getFileName().toString();
        Path repository = jar.resolve("../../../../..").normalize();
        home.settings("<localRepository>" + repository + "</localRepository><offline>true</offline>");
        List<FoundJar> found = ResolverLoader.resolver()
                .resolve(
                        ResolveRequest.of(List.of(Coordinate.parse("org.assertj:assertj-core:" + version))),
                        status::add);
        assertThat(found.getFirst().file()).isEqualTo(jar);
        assertThat(found.getFirst().requested()).isTrue();
        assertThat(status).isEmpty();
    }

    @Test
    void ranges_and_latest_are_resolved_to_a_version() throws Exception {
        central.add("g:a:1.0").add("g:a:1.5").add("g:a:2.0");
        assertThat(resolve("g:a:[1.0,2.0)")).containsExactly("g:a:1.5");
        assertThat(resolve("g:a:LATEST")).containsExactly("g:a:2.0");
    }

    @Test
    void an_artifact_of_packaging_pom_brings_its_dependencies() throws Exception {
        central.add("g:leaf:1").add("g:all:pom:1", "g:leaf:1");
        assertThat(resolve("g:all:pom:1")).containsExactly("g:leaf:1");
    }

    @Test
    void a_classifier_names_another_file_of_the_artifact() throws Exception {
        central.add("g:a:jar:linux:1");
        assertThat(resolve("g:a:jar:linux:1")).containsExactly("g:a:jar:linux:1");
    }

    @Test
    void a_failure_names_every_place_in_order_with_its_reason_and_the_versions_there_are() throws Exception {
        central.add("g:a:1").add("g:a:2");
        ResolveRequest request = ResolveRequest.of(List.of(Coordinate.parse("g:a:3")))
                .withRepositories(List.of(new Repository("dead", "http://127.0.0.1:9/repo")), false);
        assertThatThrownBy(() -> resolve(request))
                .hasMessageContaining("g:a:3 could not be fetched. Tried, in this order:\n  local repository "
                        + home.localRepository() + ": not there\n  company ("
                        + central.url().replaceFirst("/$", "")
                        + ", a mirror by settings.xml): not there\n  dead (http://127.0.0.1:9/repo): ")
                .hasMessageContaining("refused")
                .hasMessageEndingWith("Versions of g:a that exist, newest first: 2, 1");
        assertThat(failure("g:b:1"))
                .startsWith("g:b:1 could not be found.")
                .endsWith("No version of g:b is known there: check the group and the name of the artifact.");
    }

    @Test
    void a_failure_says_why_a_repository_was_not_asked() throws Exception {
        assertThat(failure("g:a:1-SNAPSHOT")).contains("not asked, since it has no snapshots");
        home.settings("<offline>true</offline>");
        assertThat(failure("g:a:1")).contains("not asked, since settings.xml says offline");
    }

    @Test
    void settings_that_are_no_xml_are_told() throws Exception {
        home.settings("<mirrors>");
        assertThat(failure("g:a:1")).contains("settings.xml");
    }

    @Test
    void a_failure_says_what_needs_the_missing_artifact() throws Exception {
        central.add("g:top:1", "g:gone:1");
        assertThat(failure("g:top:1")).startsWith("g:gone:1 could not be found, which g:top:1 needs.");
    }

    @Test
    void what_was_missing_is_looked_for_again_the_next_time() throws Exception {
        central.add("g:a:1");
        failure("g:b:1");
        central.add("g:b:1");
        assertThat(resolve("g:b:1")).containsExactly("g:b:1");
    }

    @Test
    void a_file_with_a_wrong_checksum_is_refused() throws Exception {
        central.add("g:a:1");
        Files.writeString(central.folderOf(Coordinate.parse("g:a:1")).resolve("a-1.jar.sha1"), "0".repeat(40));
        assertThat(failure("g:a:1")).contains("its checksum is wrong");
        assertThat(home.localRepository().resolve("g/a/1/a-1.jar")).doesNotExist();
    }

    @Test
    void only_the_repositories_of_the_request_are_asked_where_it_says_so() throws Exception {
        central.add("g:a:1");
        FileRepository other = new FileRepository(folder.resolve("other")).add("g:b:1");
        List<Repository> from = List.of(new Repository("other", other.url()));
        assertThat(resolve(ResolveRequest.of(List.of(Coordinate.parse("g:b:1"))).withRepositories(from, true)))
                .containsExactly("g:b:1");
        assertThatThrownBy(() -> resolve(
                        ResolveRequest.of(List.of(Coordinate.parse("g:a:1"))).withRepositories(from, true)))
                .hasMessageNotContaining("company");
    }

    @Test
    void a_property_of_the_jvm_moves_the_local_repository() throws Exception {
        central.add("g:a:1");
        System.setProperty("maven.repo.local", folder.resolve("elsewhere").toString());
        try {
            resolve("g:a:1");
        } finally {
            System.clearProperty("maven.repo.local");
        }
        assertThat(folder.resolve("elsewhere/g/a/1/a-1.jar")).exists();
    }

    @Test
    void repositories_of_a_profile_and_credentials_of_a_server_come_from_the_settings() throws Exception {
        Path files = folder.resolve("guarded");
        new FileRepository(files).add("g:secret:1");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String expected =
                    "Basic " + Base64.getEncoder().encodeToString("ann:pass".getBytes(StandardCharsets.UTF_8));
            Path file = files.resolve(exchange.getRequestURI().getPath().substring(1));
            if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"r\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] bytes = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            String profile = "<profiles><profile><id>p</id><repositories><repository><id>guarded</id><url>" + url
                    + "</url></repository></repositories></profile></profiles>"
                    + "<activeProfiles><activeProfile>p</activeProfile></activeProfiles>"
                    + "<mirrors><mirror><id>company</id><mirrorOf>central</mirrorOf><url>" + central.url()
                    + "</url></mirror></mirrors>";
            home.settings(profile);
            assertThat(failure("g:secret:1")).contains("guarded (" + url).contains("401");
            home.settings(
                    profile
                            + "<servers><server><id>guarded</id><username>ann</username><password>pass</password></server></servers>");
            assertThat(resolve("g:secret:1")).containsExactly("g:secret:1");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_server_that_does_not_answer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        try {
            home.mirroring("http://127.0.0.1:" + server.getAddress().getPort());
            AtomicBoolean interrupted = new AtomicBoolean();
            Thread waiting = Thread.ofPlatform().start(() -> {
                try {
                    resolve("g:a:1");
                } catch (InterruptedException e) {
                    interrupted.set(true);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            asked.await();
            waiting.interrupt();
            waiting.join(5_000);
            assertThat(interrupted).isTrue();
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    @Test
    void a_pom_brings_its_dependencies_by_scope_with_parent_and_managed_versions() throws Exception {
        central.add("g:a:1").add("g:b:1").add("g:b:2").add("g:c:1", "g:b:1").add("g:t:1");
        central.addWith("g:base:pom:1", "");
        Files.writeString(central.folderOf(Coordinate.parse("g:base:pom:1")).resolve("base-1.pom"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>base</artifactId>
                <version>1</version><packaging>pom</packaging>
                <properties><b>2</b></properties><dependencyManagement><dependencies>
                <dependency><groupId>g</groupId><artifactId>b</artifactId><version>${b}</version></dependency>
                </dependencies></dependencyManagement></project>
                """);
        Files.delete(central.folderOf(Coordinate.parse("g:base:pom:1")).resolve("base-1.pom.sha1"));
        Path pom = Files.writeString(folder.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                <parent><groupId>g</groupId><artifactId>base</artifactId><version>1</version><relativePath/></parent>
                <artifactId>own</artifactId><dependencies>
                <dependency><groupId>g</groupId><artifactId>c</artifactId><version>1</version></dependency>
                <dependency><groupId>g</groupId><artifactId>t</artifactId><version>1</version><scope>test</scope></dependency>
                </dependencies></project>
                """);
        assertThat(resolve(ResolveRequest.ofPom(pom, Set.of()))).containsExactly("g:c:1", "g:b:2");
        assertThat(resolve(ResolveRequest.ofPom(pom, Set.of("test")))).containsExactly("g:t:1");
    }

    @Test
    void own_jars_are_known_by_group_name_and_version() throws Exception {
        central.add("g:a:1.0");
        Path jar = central.folderOf(Coordinate.parse("g:a:1.0")).resolve("a-1.0.jar");
        OwnJars own = new OwnJars(List.of(jar, folder.resolve("classes")));
        assertThat(own.versionOf(Coordinate.parse("g:a:2.0"))).isEqualTo(Optional.of("1.0"));
        assertThat(own.versionOf(Coordinate.parse("other:a:2.0"))).isEmpty();
        assertThat(own.versionOf(Coordinate.parse("g:a:jar:linux:2.0"))).isEmpty();
    }
}
