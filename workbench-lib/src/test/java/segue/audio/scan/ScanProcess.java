package segue.audio.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scans folders in a process of its own, which a test may kill or weigh. */
final class ScanProcess {
    private ScanProcess() {}

    /** Scans one folder after another: {@code TABLE JOBS FOLDER...}; after each the memory of the process is told, in kB. */
    public static void main(String[] args) throws IOException {
        for (int i = 2; i < args.length; i++) {
            FolderScan.of(Path.of(args[i]), ScanOptions.to(Path.of(args[0])).withJobs(Integer.parseInt(args[1])))
                    .run();
            System.out.println(residentKilobytes());
        }
    }

    static Process start(int heapMegabytes, Path table, int jobs, Path... folders) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + heapMegabytes + "m",
                "-Dlogback.configurationFile=segue/logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                ScanProcess.class.getName(),
                table.toString(),
                Integer.toString(jobs)));
        for (Path folder : folders) {
            command.add(folder.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** How often the journal of a table says that a file is done, by path. */
    static Map<String, Integer> linesByPath(Path table) throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        Path journal = table.resolveSibling(table.getFileName() + ".journal");
        if (Files.exists(journal)) {
            byte[] bytes = Files.readAllBytes(journal);
            for (int from = 0, to; from < bytes.length; from = to + 1) {
                to = from;
                while (to < bytes.length && bytes[to] != '\n') {
                    to++;
                }
                JournalLine.entry(bytes, from, to)
                        .ifPresent(entry -> lines.merge(entry.stamp().path(), 1, Integer::sum));
            }
        }
        return lines;
    }

    /** Waits until so many files are done, or the process has ended; whether it was still at work. */
    static boolean isAtWorkAfter(int done, Path table, Thread scan) throws IOException, InterruptedException {
        while (scan.isAlive()) {
            if (linesByPath(table).size() >= done) {
                return scan.isAlive();
            }
            Thread.sleep(1);
        }
        return false;
    }

    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(-1);
    }
}
