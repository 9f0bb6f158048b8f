package segue.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.knowm.xchart.internal.chartpart.IChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A chart as SVG that stands in a page and takes the page's colours, light or dark: no ground, ink is {@code currentColor}, and
 * every other colour is a CSS variable with a value of its own where the page sets none. No {@code style} attributes, which a
 * page's content security policy may forbid.
 *
 * <table>
 * <caption>Variables</caption>
 * <tr><th>{@code --chart-ink}, {@code --chart-quiet}, {@code --chart-grid}</th><td>words, lesser words, lines</td></tr>
 * <tr><th>{@code --chart-paper}</th><td>what lies behind the chart</td></tr>
 * <tr><th>{@code --chart-1} … {@code --chart-9}</th><td>the colours of {@link Palette#series}</td></tr>
 * <tr><th>{@code --chart-font}</th><td>for words</td></tr>
 * </table>
 */
public final class InlineSvg {
    private static final int TEXT_SIZE = 12;
    private static final FontRenderContext FINE = new FontRenderContext(null, true, true);
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    /** More of a fraction than can be seen. */
    private static final Pattern LONG_FRACTION = Pattern.compile("(\\.\\d\\d)\\d+");

    /** On dark ground, in the order of {@link Palette#series}. */
    private static final String[] ON_DARK = {
        "#8ab4f0", "#f0a04b", "#5cc9a5", "#e3a5c9", "#7cc4ee", "#f08c78", "#cdbb52", "#b3a4f2", "#a3abb8"
    };

    /** The colour of lesser words as CSS. */
    public static final String QUIET = "var(--chart-quiet, light-dark(%s, #a9abb6))".formatted(hex(Palette.QUIET));

    private static final Map<String, String> COLOURS = colours();

    private InlineSvg() {}

    private static Map<String, String> colours() {
        Map<String, String> colours = new HashMap<>();
        colours.put(hex(Palette.INK), "var(--chart-ink, currentColor)");
        colours.put(hex(Palette.QUIET), QUIET);
        colours.put(hex(Palette.GRID), "var(--chart-grid, light-dark(%s, #39404d))".formatted(hex(Palette.GRID)));
        colours.put(hex(Color.WHITE), "var(--chart-paper, light-dark(#ffffff, #181b22))");
        for (int i = 0; i < Palette.series().length; i++) {
            colours.put(hex(Palette.series()[i]), series(i));
        }
        return colours;
    }

    /** The colour of a series as CSS, for light and dark ground. */
    public static String series(int index) {
        return "var(--chart-%d, light-dark(%s, %s))".formatted(index + 1, hex(Palette.series()[index]), ON_DARK[index]);
    }

    /**
     * @param name of the picture, for its ids; letters, digits and hyphens, different from all others of the page
     * @param title for those who cannot see the picture
     * @param description what it shows, in words
     */
    public static String of(IChart chart, String name, String title, String description) {
        requireName(name);
        try {
            String svg = ChartFiles.svg(chart);
            // From its root on: the encoder names a document type that a parser would fetch.
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg.substring(svg.indexOf("<svg")))));
            Element root = document.getDocumentElement();
            rewrite(root, name);
            label(root, name, title, description);
            return text(document);
        } catch (IOException e) {
            throw new UncheckedIOException("the chart could not be written as SVG", e);
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("the chart's SVG is no XML: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if it cannot begin the ids of a picture */
    public static void requireName(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "name must be a letter, then letters, digits or hyphens, but was '%s'".formatted(name));
        }
    }

    private static void label(Element root, String name, String title, String description) {
        for (String unwanted : new String[] {"x", "y", "width", "height", "version"}) {
            root.removeAttribute(unwanted);
        }
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", name + "-title " + name + "-desc");
        root.setAttribute("font-family", "var(--chart-font, sans-serif)");
        root.setAttribute("font-size", Integer.toString(TEXT_SIZE));
        Element words = root.getOwnerDocument().createElement("desc");
        words.setAttribute("id", name + "-desc");
        words.setTextContent(description);
        root.insertBefore(words, root.getFirstChild());
        Element heading = root.getOwnerDocument().createElement("title");
        heading.setAttribute("id", name + "-title");
        heading.setTextContent(title);
        root.insertBefore(heading, words);
    }

    private static void rewrite(Element element, String name) {
        NodeList children = element.getChildNodes();
        for (int i = children.getLength() - 1; i >= 0; i--) {
            Node child = children.item(i);
            if (child instanceof Element inner) {
                if (isGround(inner)) {
                    element.removeChild(inner);
                } else {
                    rewrite(inner, name);
                }
            } else if (child.getTextContent().isBlank()) {
                element.removeChild(child);
            }
        }
        spread(element);
        if (element.hasAttribute("id")) {
            element.setAttribute("id", name + "-" + element.getAttribute("id"));
        }
        if (element.hasAttribute("clip-path")) {
            element.setAttribute("clip-path", element.getAttribute("clip-path").replace("url(#", "url(#" + name + "-"));
        }
        for (String places :
                new String[] {"d", "points", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height"}) {
            if (element.hasAttribute(places)) {
                element.setAttribute(
                        places,
                        LONG_FRACTION.matcher(element.getAttribute(places)).replaceAll("$1"));
            }
        }
        if (element.getTagName().equals("text")) {
            hold(element);
        }
    }

    /** White, for the whole picture or behind a part of it. */
    private static boolean isGround(Element element) {
        String style = element.getAttribute("style");
        return element.getTagName().equals("rect")
                && (style.startsWith("fill:rgb(255,255,255)") || style.startsWith("fill:none;stroke:rgb(255,255,255)"));
    }

    /** The parts of a style as attributes. */
    private static void spread(Element element) {
        for (String part : element.getAttribute("style").split(";")) {
            int colon = part.indexOf(':');
            String property = colon < 0 ? "" : part.substring(0, colon).strip();
            if (!property.isEmpty() && !property.equals("font-family")) {
                element.setAttribute(
                        property, coloured(part.substring(colon + 1).strip()));
            }
        }
        element.removeAttribute("style");
    }

    private static String coloured(String value) {
        Matcher rgb = RGB.matcher(value);
        if (!rgb.matches()) {
            return value;
        }
        String colour = hex(new Color(
                Integer.parseInt(rgb.group(1)), Integer.parseInt(rgb.group(2)), Integer.parseInt(rgb.group(3))));
        return COLOURS.getOrDefault(colour, colour);
    }

    /** Words keep their width in whatever letters the browser has, so that they stay where they were put. */
    private static void hold(Element text) {
        String size = text.getAttribute("font-size").replace("px", "");
        boolean bold = text.getAttribute("font-weight").equals("bold");
        Font font = new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont(size.isEmpty() ? TEXT_SIZE : Float.parseFloat(size));
        double width = font.getStringBounds(text.getTextContent(), FINE).getWidth();
        if (width > 0) {
            text.setAttribute("textLength", String.format(Locale.ROOT, "%.1f", width));
            text.setAttribute("lengthAdjust", "spacingAndGlyphs");
        }
    }

    private static String text(Document document) throws TransformerException {
        Transformer plain = TransformerFactory.newDefaultInstance().newTransformer();
        plain.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        plain.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }

    private static String hex(Color colour) {
        return "#%06x".formatted(colour.getRGB() & 0xffffff);
    }
}
