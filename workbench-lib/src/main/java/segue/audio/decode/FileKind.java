package segue.audio.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is that no decoder wants, told from its first bytes. */
enum FileKind {
    PICTURE("is a picture, not a recording"),
    ARCHIVE("is an archive: unpack it and use what is inside"),
    DOCUMENT("is a PDF document, not a recording"),
    PLAYLIST("is a playlist: it names recordings and holds none"),
    TEXT("is text, not a recording"),
    CUT_MP4("is cut or damaged: the index that an MP4 file needs, often at its end, is missing"),
    AUDIBLE(Protection.REASON),
    BLANK("holds nothing but zeros"),
    DAMAGED("is damaged: its beginning is that of a recording, but no sound can be found in it"),
    UNKNOWN("is no recording in a known format (wav, mp3, ogg, opus, flac, m4a, aac, aiff, wma and others)");

    private static final int LOOK = 4_096;

    private final String reason;

    FileKind(String reason) {
        this.reason = reason;
    }

    /** A part of a sentence that follows the name of the file. */
    String reasonAgainst() {
        return reason;
    }

    /** Whether it is something else than a recording, whatever a decoder makes of it. */
    boolean isCertain() {
        return compareTo(CUT_MP4) < 0 || this == BLANK;
    }

    static FileKind of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LOOK));
        } catch (IOException unreadable) {
            return UNKNOWN;
        }
    }

    static FileKind of(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("GIF8")
                || start.startsWith("BM")
                || start.startsWith("II*\0")
                || start.startsWith("MM\0*")
                || start.startsWith("WEBP", 8)) {
            return PICTURE;
        }
        if (start.startsWith("PK\3\4")
                || start.startsWith("\u001f\u008b")
                || start.startsWith("Rar!")
                || start.startsWith("7z\u00bc\u00af")
                || start.startsWith("BZh")
                || start.startsWith("\u00fd7zXZ")
                || start.startsWith("ustar", 257)) {
            return ARCHIVE;
        }
        if (start.startsWith("%PDF")) {
            return DOCUMENT;
        }
        if (start.startsWith("#EXTM3U") || start.startsWith("[playlist]")) {
            return PLAYLIST;
        }
        if (start.startsWith("ftypaax", 4) || start.startsWith("\u0057\u0090\u0075\u0036", 4)) {
            return AUDIBLE;
        }
        if (start.startsWith("ftyp", 4)) {
            return CUT_MP4;
        }
        if (start.startsWith("RIFF")
                || start.startsWith("FORM")
                || start.startsWith("OggS")
                || start.startsWith("fLaC")
                || start.startsWith("ID3")
                || start.startsWith("\u0030\u0026\u00b2\u0075")) {
            return DAMAGED;
        }
        if (start.chars().allMatch(c -> c == 0)) {
            return BLANK;
        }
        return start.chars().allMatch(c -> c >= ' ' && c != 127 || c == '\n' || c == '\r' || c == '\t')
                ? TEXT
                : UNKNOWN;
    }
}
