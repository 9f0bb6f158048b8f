package segue.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import segue.feedback.sql.DatabaseAddress;

/** A page in a process of its own, which a test may kill. */
final class PageProcess {
    private PageProcess() {}

    /** {@code FILE PORT}: tells where the page is, and goes on until it is killed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Page page = Page.start(
                InventedSongs.catalog(),
                PageOptions.defaults().withPort(Integer.parseInt(args[1])).withDatabase(DatabaseAddress.of(args[0])));
        System.out.println(page.url());
        page.join();
    }

    static Process start(Path database, int port) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-Dlogback.configurationFile=segue/logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PageProcess.class.getName(),
                        database.toString(),
                        Integer.toString(port)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        if (out.readLine() == null) {
            throw new IOException("the page's process ended with " + process.exitValue());
        }
        return process;
    }
}
