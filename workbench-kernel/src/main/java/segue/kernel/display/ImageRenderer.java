package segue.kernel.display;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture as PNG. */
final class ImageRenderer implements Renderer<RenderedImage> {
    @Override
    public Class<RenderedImage> type() {
        return RenderedImage.class;
    }

    @Override
    public MimeBundle render(RenderedImage image) {
        return png(image, 1, "image of " + image.getWidth() + " × " + image.getHeight() + " pixels");
    }

    /** @param sharpness pixels of the image a pixel shown */
    static MimeBundle png(RenderedImage image, int sharpness, String alternative) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam small = writer.getDefaultWriteParam();
        small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        small.setCompressionQuality(0);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), small);
        } catch (IOException e) {
            throw new UncheckedIOException("the image could not be written as PNG", e);
        } finally {
            writer.dispose();
        }
        Map<String, String> data = new LinkedHashMap<>();
        data.put("image/png", Base64.getEncoder().encodeToString(bytes.toByteArray()));
        data.put("text/plain", alternative);
        Map<String, Object> hints = new LinkedHashMap<>();
        hints.put("width", image.getWidth() / sharpness);
        hints.put("height", image.getHeight() / sharpness);
        hints.put("alt", alternative);
        return new MimeBundle(data, Map.of("image/png", hints));
    }
}
