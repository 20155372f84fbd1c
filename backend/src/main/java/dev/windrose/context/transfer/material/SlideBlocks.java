package dev.windrose.context.transfer.material;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Slides in their order: the title as a heading, then what stands below it, then the notes of the speaker. */
final class SlideBlocks {

    private static final Pattern WANTED =
            Pattern.compile("ppt/(presentation\\.xml|_rels/presentation\\.xml\\.rels|slides/slide\\d+\\.xml"
                    + "|slides/_rels/slide\\d+\\.xml\\.rels|notesSlides/notesSlide\\d+\\.xml)");

    private final Map<String, byte[]> parts;

    private SlideBlocks(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static List<Block> of(byte[] file) throws UnreadableMaterial {
        var read = new SlideBlocks(
                PackedXml.parts(file, name -> WANTED.matcher(name).matches()));
        var blocks = new ArrayList<Block>();
        int number = 0;
        for (String slide : read.order()) {
            String place = "slide " + ++number;
            var shapes = new Shapes();
            PackedXml.walk(read.parts.get(slide), shapes::event);
            blocks.add(Block.heading(1, shapes.title.isEmpty() ? "Slide " + number : shapes.title, place));
            shapes.texts.forEach(text -> blocks.add(Block.text(shapes.texts.size() > 1 ? "- " + text : text, place)));
            for (String text : read.notes(slide)) {
                blocks.add(Block.text(text, place));
            }
        }
        if (blocks.isEmpty()) {
            throw new UnreadableMaterial("The presentation is damaged: it has no slides that can be read.");
        }
        return blocks;
    }

    private List<String> order() throws UnreadableMaterial {
        var names = relations("ppt/_rels/presentation.xml.rels");
        var ordered = new ArrayList<String>();
        byte[] presentation = parts.get("ppt/presentation.xml");
        if (presentation != null) {
            PackedXml.walk(presentation, xml -> {
                if (xml.isStartElement() && xml.getLocalName().equals("sldId")) {
                    String target = names.getOrDefault(relation(xml), "");
                    String path = target.startsWith("/") ? target.substring(1) : "ppt/" + target;
                    if (parts.containsKey(path)) {
                        ordered.add(path);
                    }
                }
            });
        }
        return ordered;
    }

    /** The id of a slide has no namespace, that of the relation has one. */
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")
                    && !Objects.requireNonNullElse(xml.getAttributeNamespace(i), "")
                            .isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private Map<String, String> relations(String path) throws UnreadableMaterial {
        var relations = new HashMap<String, String>();
        byte[] part = parts.get(path);
        if (part != null) {
            PackedXml.walk(part, xml -> {
                if (xml.isStartElement() && xml.getLocalName().equals("Relationship")) {
                    relations.put(PackedXml.attribute(xml, "Id"), PackedXml.attribute(xml, "Target"));
                }
            });
        }
        return relations;
    }

    private List<String> notes(String slide) throws UnreadableMaterial {
        String name = slide.substring(slide.lastIndexOf('/') + 1);
        var texts = new ArrayList<String>();
        for (String target : relations("ppt/slides/_rels/" + name + ".rels").values()) {
            byte[] part = parts.get("ppt/" + target.replace("../", ""));
            if (target.contains("notesSlide") && part != null) {
                var shapes = new Shapes();
                PackedXml.walk(part, shapes::event);
                shapes.texts.stream().filter(text -> !text.matches("\\d+")).forEach(texts::add);
            }
        }
        return texts;
    }

    private static final class Shapes {

        private final List<String> texts = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private String title = "";
        private boolean titled;
        private boolean words;

        void event(XMLStreamReader xml) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "sp" -> titled = false;
                        case "ph" -> titled = PackedXml.attribute(xml, "type").matches("title|ctrTitle");
                        case "t" -> words = true;
                        case "br" -> open.append(' ');
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (words) {
                        open.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> ends(xml.getLocalName());
                default -> {}
            }
        }

        private void ends(String name) {
            if (name.equals("t")) {
                words = false;
            } else if (name.equals("p")) {
                String text = open.toString().strip();
                open.setLength(0);
                if (titled && !text.isEmpty()) {
                    title = title.isEmpty() ? text : title + " " + text;
                } else if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
        }
    }
}
