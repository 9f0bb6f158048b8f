package segue.catalog.playlists;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import segue.catalog.CatalogException;

/** XSPF, the XML Shareable Playlist Format, version 1. */
final class XspfPlaylist {
    private final PlaylistSink sink;
    private final String playlist;
    private String name;
    private boolean inTrack;
    private String id = "";
    private String title = "";
    private String artist = "";
    private String path = "";
    private long songs;

    private XspfPlaylist(String name, PlaylistSink sink) {
        this.playlist = name;
        this.name = name;
        this.sink = sink;
    }

    static void read(String file, String name, InputStream text, PlaylistSink sink) {
        XspfPlaylist playlist = new XspfPlaylist(name, sink);
        try {
            playlist.read(file, reader(text));
        } catch (XMLStreamException e) {
            if (playlist.songs == 0) {
                throw new CatalogException(
                        file, e.getLocation().getLineNumber(), "this is no XSPF: " + firstLine(e), "Save it again");
            }
            sink.note("%s, line %,d: the file breaks off or is damaged here; %,d songs before it were read"
                    .formatted(file, e.getLocation().getLineNumber(), playlist.songs));
        }
    }

    /** Without document types and outer entities: a playlist has no use for them, and they can read other files. */
    private static XMLStreamReader reader(InputStream text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(text);
    }

    private void read(String file, XMLStreamReader xml) throws XMLStreamException {
        xml.nextTag();
        if (!xml.getLocalName().equals("playlist")) {
            throw new CatalogException(
                    file,
                    xml.getLocation().getLineNumber(),
                    "this is no XSPF: it begins with <%s> instead of <playlist>".formatted(xml.getLocalName()),
                    "Give M3U, XSPF, JSPF, CSV, or plain text with one track id a line");
        }
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    inTrack |= xml.getLocalName().equals("track");
                }
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(xml.getLocalName(), text.toString().strip());
                    text.setLength(0);
                }
                default -> {}
            }
        }
    }

    private void end(String element, String text) {
        switch (element) {
            case "title" -> {
                title = inTrack ? text : title;
                name = inTrack || text.isEmpty() ? name : text;
            }
            case "creator" -> artist = inTrack ? text : artist;
            case "location" -> path = inTrack && path.isEmpty() ? M3uPlaylist.location(text) : path;
            case "identifier" -> id = inTrack && id.isEmpty() ? text : id;
            case "track" -> {
                sink.song(playlist, name, ListedSong.of(id.isEmpty() ? path : id, title, artist, path));
                songs++;
                inTrack = false;
                id = "";
                title = "";
                artist = "";
                path = "";
            }
            default -> {}
        }
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").replaceFirst("^ParseError at .*Message: ", "");
    }
}
