package dev.windrose.context.transfer.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an office document. Nothing in them can name another file, and what unpacks to too much is not read. */
final class PackedXml {

    private static final long MOST = 60_000_000;
    private static final int PARTS = 4_000;

    private PackedXml() {}

    static Map<String, byte[]> parts(byte[] file, Predicate<String> wanted) throws UnreadableMaterial {
        var parts = new LinkedHashMap<String, byte[]>();
        long left = MOST;
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > PARTS) {
                    throw tooMuch();
                }
                if (wanted.test(entry.getName())) {
                    byte[] bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
                    left -= bytes.length;
                    if (left < 0) {
                        throw tooMuch();
                    }
                    parts.put(entry.getName(), bytes);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableMaterial("The document is damaged: it cannot be unpacked. Save it anew and try again.");
        }
        return parts;
    }

    private static UnreadableMaterial tooMuch() {
        return new UnreadableMaterial("The document unpacks to far more than it should, so it is not read.");
    }

    /** What follows each element. */
    interface Visit {
        void event(XMLStreamReader xml) throws XMLStreamException;
    }

    static void walk(byte[] part, Visit visit) throws UnreadableMaterial {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                xml.next();
                visit.event(xml);
            }
        } catch (XMLStreamException broken) {
            throw new UnreadableMaterial(
                    "The document is damaged: a part of it breaks off. Save it anew and try again.");
        }
    }

    /** Of an attribute of any namespace. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
