package segue.kernel.display;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * A picture from a file, for a cell to show: {@code Image.of(Path.of("cover.jpg"))}. PNG, JPEG, GIF, WebP and SVG go into
 * the notebook as they are; other formats that Java reads become PNG.
 */
public final class Image implements Displayable {
    private final byte[] bytes;
    private final String name;
    private final String alternative;
    private final int width;

    private Image(byte[] bytes, String name, String alternative, int width) {
        this.bytes = bytes;
        this.name = name;
        this.alternative = alternative;
        this.width = width;
    }

    /**
     * @throws IllegalArgumentException if there is no such file, it is too large for a notebook or no picture
     */
    public static Image of(Path file) {
        return checked(new Image(
                EmbeddedFile.read(file, "an image"), file.getFileName().toString(), "", 0));
    }

    /** As {@link #of(Path)}. */
    public static Image of(String file) {
        return of(Path.of(file));
    }

    /** The bytes of an image file. */
    public static Image of(byte[] bytes) {
        return checked(new Image(bytes.clone(), "image", "", 0));
    }

    /** With words for those who do not see it. */
    public Image withAlt(String words) {
        return new Image(bytes, name, Objects.requireNonNull(words, "the words must not be null"), width);
    }

    /** @param pixels how wide it is shown; its height follows */
    public Image withWidth(int pixels) {
        if (pixels < 1) {
            throw new IllegalArgumentException("the width of an image must be at least 1 pixel but was " + pixels);
        }
        return new Image(bytes, name, alternative, pixels);
    }

    private static Image checked(Image image) {
        image.bundle();
        return image;
    }

    @Override
    public MimeBundle bundle() {
        String type = mimeType();
        if (type.isEmpty()) {
            return converted();
        }
        boolean text = type.equals("image/svg+xml");
        return shown(
                type,
                text
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : Base64.getEncoder().encodeToString(bytes),
                words(type.substring(type.indexOf('/') + 1).replace("+xml", "").toUpperCase(Locale.ROOT)));
    }

    private MimeBundle converted() {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new IllegalArgumentException(name + " is no picture that a notebook can show: it is none of PNG,"
                        + " JPEG, GIF, WebP, SVG, BMP, TIFF");
            }
            String content = ImageRenderer.png(image, 1, "").data().get("image/png");
            return shown("image/png", content, words(image.getWidth() + " × " + image.getHeight() + " pixels"));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read as a picture: " + e.getMessage(), e);
        }
    }

    private String words(String otherwise) {
        return alternative.isBlank() ? name + " (" + otherwise + ")" : alternative;
    }

    private MimeBundle shown(String type, String content, String words) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(type, content);
        data.put("text/plain", words);
        Map<String, Object> hints = new LinkedHashMap<>();
        hints.put("alt", words);
        if (width > 0) {
            hints.put("width", width);
        }
        return new MimeBundle(data, Map.of(type, hints));
    }

    private String mimeType() {
        if (begins(0, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (begins(0, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (begins(0, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (begins(0, 'R', 'I', 'F', 'F') && begins(8, 'W', 'E', 'B', 'P')) {
            return "image/webp";
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 1_000), StandardCharsets.UTF_8);
        return head.stripLeading().startsWith("<") && head.contains("<svg") ? "image/svg+xml" : "";
    }

    private boolean begins(int at, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return bundle().data().get("text/plain");
    }
}
