package segue.catalog.playlists;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import segue.catalog.Track;

/** Writes what {@link XspfPlaylist} reads. */
final class XspfWriter {
    private final XMLStreamWriter xml;

    private XspfWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(PlaylistExport list, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            new XspfWriter(xml).write(list);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(PlaylistExport list) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("playlist");
        xml.writeAttribute("version", "1");
        xml.writeDefaultNamespace("http://xspf.org/ns/0/");
        element(1, "title", list.name());
        line(1);
        xml.writeStartElement("trackList");
        for (Track song : list.songs()) {
            line(2);
            xml.writeStartElement("track");
            if (SongPlace.isRecording(song)) {
                element(3, "location", SongPlace.address(song.id()));
            } else {
                element(3, "identifier", SongPlace.identifier(song));
            }
            element(3, "title", song.name());
            element(3, "creator", song.artists().isEmpty() ? "" : song.artistLine());
            if (song.durationMillis().isPresent()) {
                element(3, "duration", Integer.toString(song.durationMillis().getAsInt()));
            }
            line(2);
            xml.writeEndElement();
        }
        line(1);
        xml.writeEndElement();
        line(0);
        xml.writeEndElement();
        line(0);
        xml.writeEndDocument();
    }

    private void element(int depth, String name, String text) throws XMLStreamException {
        if (!text.isBlank()) {
            line(depth);
            xml.writeStartElement(name);
            xml.writeCharacters(WellFormed.line(text));
            xml.writeEndElement();
        }
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
