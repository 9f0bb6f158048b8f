package segue.kernel.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Makes a whole POM of what people copy out of a README. */
public final class PomText {
    private static final String OPENING = "<fragments>";

    private PomText() {}

    /**
     * Gives a whole POM back as it is, and puts fragments into one: {@code <dependency>} and {@code <repository>}, alone or
     * within {@code <dependencies>} and {@code <repositories>}, and any other element of a project.
     *
     * @throws IllegalArgumentException if it is not XML, with the line
     */
    public static String complete(String fragments) {
        String text = fragments.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "");
        Document read = parse(OPENING + text + "</fragments>");
        List<Element> elements = elements(read.getDocumentElement());
        if (elements.size() == 1 && elements.getFirst().getTagName().equals("project")) {
            return write(elements.getFirst());
        }
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("the cell has no <dependency>, <dependencies> or <project>");
        }
        Document pom = builder().newDocument();
        Element project = (Element) pom.appendChild(pom.createElement("project"));
        Element dependencies = (Element) project.appendChild(pom.createElement("dependencies"));
        Element repositories = (Element) project.appendChild(pom.createElement("repositories"));
        for (Element element : elements) {
            switch (element.getTagName()) {
                case "dependency" -> adopt(element, dependencies);
                case "repository" -> adopt(element, repositories);
                case "dependencies" -> elements(element).forEach(child -> adopt(child, dependencies));
                case "repositories" -> elements(element).forEach(child -> adopt(child, repositories));
                default -> adopt(element, project);
            }
        }
        orElse(project, "modelVersion", "4.0.0");
        orElse(project, "groupId", "notebook");
        orElse(project, "artifactId", "cell");
        orElse(project, "version", "1");
        return write(project);
    }

    private static void adopt(Element element, Element parent) {
        parent.appendChild(parent.getOwnerDocument().importNode(element, true));
    }

    private static void orElse(Element project, String name, String value) {
        boolean there =
                elements(project).stream().anyMatch(child -> child.getTagName().equals(name));
        if (!there) {
            Node child = project.appendChild(project.getOwnerDocument().createElement(name));
            child.setTextContent(value);
        }
    }

    private static List<Element> elements(Element parent) {
        NodeList children = parent.getChildNodes();
        return java.util.stream.IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser refuses its own feature", e);
        }
    }

    private static Document parse(String xml) {
        DocumentBuilder builder = builder();
        builder.setErrorHandler(new Silent());
        try {
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (SAXParseException e) {
            int column = e.getLineNumber() == 1 ? e.getColumnNumber() - OPENING.length() : e.getColumnNumber();
            throw new IllegalArgumentException(
                    "line " + e.getLineNumber() + ", column " + column + " is not XML: " + e.getMessage(), e);
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("this is not XML: " + e.getMessage(), e);
        }
    }

    private static String write(Node node) {
        StringWriter out = new StringWriter();
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(node), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IllegalStateException("the JDK could not write XML that it has read", e);
        }
        return out.toString();
    }

    /** Faults reach the caller as exceptions; the parser would print them too. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
