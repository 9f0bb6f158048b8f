package segue.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Tells recordings from other files: by the ending of the name, else by how the content begins. */
public final class AudioKind {
    private static final Set<String> ENDINGS = Set.of(
            "mp3", "mp2", "ogg", "oga", "opus", "flac", "m4a", "m4b", "m4p", "aac", "wav", "wave", "aif", "aiff",
            "aifc", "au", "wma", "ac3", "ape", "wv", "mka", "caf", "amr", "tta", "mpc");
    private static final int LONGEST_BEGINNING = 12;

    private AudioKind() {}

    /** Of a file with an unknown ending the beginning is read; one that cannot be read is none. */
    public static boolean isRecording(Path file) {
        return isNamedAsOne(file.getFileName().toString()) || beginsAsOne(file);
    }

    /** By the ending of its name alone. */
    public static boolean isNamedAsOne(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean beginsAsOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_BEGINNING);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.startsWith("ID3")
                    || text.startsWith("fLaC")
                    || text.startsWith("OggS")
                    || text.startsWith("RIFF") && text.endsWith("WAVE")
                    || text.startsWith("FORM") && (text.endsWith("AIFF") || text.endsWith("AIFC"))
                    || text.endsWith("ftypM4A ")
                    || text.endsWith("ftypM4B ")
                    || beginsAsMpegFrame(bytes);
        } catch (IOException notReadable) {
            // A file that cannot be read, and whose name does not say that it is a recording, is none.
            return false;
        }
    }

    /** MPEG layer III without a tag, or AAC in ADTS. */
    private static boolean beginsAsMpegFrame(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != (byte) 0xFF) {
            return false;
        }
        return switch (bytes[1] & 0xFF) {
            case 0xFB, 0xFA, 0xF3, 0xF2, 0xF1, 0xF9 -> true;
            default -> false;
        };
    }
}
