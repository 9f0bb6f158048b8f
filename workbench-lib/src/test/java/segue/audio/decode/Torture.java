package segue.audio.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import segue.audio.Sounds;

/**
 * Decodes what no file should look like, in a JVM of its own: a crash of native code then fails a test instead of ending
 * all of them. Prints what it saw, one {@code name=value} a line.
 */
public final class Torture {
    private static final int RATE_HZ = 22_050;
    private static final int CUTS = 64;
    private static final int MAX_SAMPLES = 40_000_000;

    private final Path scratch;
    private final float[] block = new float[8_192];
    private int files;
    private int refused;
    private int warned;

    private Torture(Path scratch) {
        this.scratch = scratch;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "damage" -> new Torture(folder).damage(Integer.parseInt(args[2]));
            case "soak" -> new Torture(folder).soak(Integer.parseInt(args[2]));
            case "hours" -> new Torture(folder).hours(Path.of(args[2]));
            case "crowded" -> new Torture(folder).crowded();
            case "absence" -> say("absence", AudioSupport.absence().orElse("none"));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Cuts, flips and renames every file of the folder, several rounds. */
    private void damage(int rounds) throws IOException {
        List<byte[]> originals = contents();
        long afterFirst = 0;
        for (int round = 0; round < rounds; round++) {
            Random random = new Random(1_000 + round);
            for (byte[] original : originals) {
                for (int cut = 0; cut < CUTS; cut++) {
                    decode(Arrays.copyOf(original, (int) ((long) original.length * cut / CUTS)));
                    decode(flipped(original, random));
                }
            }
            for (int i = 0; i < 100; i++) {
                decode(noise(random));
            }
            if (round == 0) {
                afterFirst = residentKib();
            }
        }
        report(afterFirst);
    }

    /** Opens whole files, again and again, some of them only begun. */
    private void soak(int opens) throws IOException {
        List<Path> all = paths();
        long afterFirst = 0;
        for (int i = 0; i < opens; i++) {
            Path file = all.get(i % all.size());
            if (i % 7 == 0) {
                AudioStream.open(file, RATE_HZ).close();
                files++;
            } else {
                decode(file);
            }
            Tags.read(file);
            if (i == opens / 4) {
                afterFirst = residentKib();
            }
        }
        report(afterFirst);
    }

    /** Reads one long file block by block. */
    private void hours(Path file) throws IOException {
        long samples = 0;
        long after = 0;
        try (AudioStream stream = AudioStream.open(file, RATE_HZ)) {
            for (int more; (more = stream.read(block, 0, block.length)) > 0; samples += more) {
                if (samples <= 60L * RATE_HZ) {
                    after = residentKib();
                }
            }
        }
        files++;
        say("samples", samples);
        report(after);
    }

    /** Decodes beside much other memory outside the heap. */
    private void crowded() throws IOException {
        try (Arena other = Arena.ofConfined()) {
            other.allocate(300L << 20).fill((byte) 1);
            paths().forEach(this::decode);
        }
        report(residentKib());
    }

    private void decode(byte[] content) throws IOException {
        Path file = scratch.resolve("damaged");
        Files.write(file, content);
        decode(file);
    }

    private void decode(Path file) {
        files++;
        long samples = 0;
        try (AudioStream stream = AudioStream.open(file, RATE_HZ)) {
            for (int more; (more = stream.read(block, 0, block.length)) > 0 && samples < MAX_SAMPLES; samples += more) {
                requireNumbers(more);
            }
            warned += stream.warning().isPresent() ? 1 : 0;
        } catch (AudioException reason) {
            refused++;
        }
    }

    private void requireNumbers(int count) {
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(block[i])) {
                throw new IllegalStateException("a sample is no number");
            }
        }
    }

    /** Up to 1 % of the bytes are others, half of the time among the first hundred. */
    private static byte[] flipped(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int range = random.nextBoolean() ? Math.min(100, bytes.length) : bytes.length;
        for (int i = 1 + random.nextInt(Math.max(1, range / 100)); i > 0; i--) {
            bytes[random.nextInt(range)] = (byte) random.nextInt();
        }
        return bytes;
    }

    /** Behind the first bytes of some format, or none. */
    private static byte[] noise(Random random) {
        String[] starts = {"", "494433", "fffb9000", "4f676753", "664c6143", "52494646", "0000002066747970", "fff15080"
        };
        byte[] bytes = new byte[random.nextInt(20_000)];
        random.nextBytes(bytes);
        return Sounds.joined(HexFormat.of().parseHex(starts[random.nextInt(starts.length)]), bytes);
    }

    private List<byte[]> contents() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (Path path : paths()) {
            contents.add(Files.readAllBytes(path));
        }
        return contents;
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> all = Files.list(scratch.resolve("good"))) {
            return all.sorted().toList();
        }
    }

    private void report(long residentBefore) {
        say("files", files);
        say("refused", refused);
        say("warned", warned);
        say("grownKib", residentKib() - residentBefore);
        say("residentKib", residentKib());
    }

    private static void say(String name, Object value) {
        System.out.println(name + "=" + value);
    }

    /** Memory of this process in the machine; 0 where the system does not tell. */
    private static long residentKib() {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
