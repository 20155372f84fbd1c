package dev.windrose.records.duplicates.eval;

import dev.windrose.llm.language.LearnNames;
import dev.windrose.llm.language.NamePart;
import dev.windrose.llm.language.NameTag;
import dev.windrose.llm.language.ParseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/** Tags the words of names in a file, labelled or one a line, with the model that ships or with one learned from another file. */
public final class EvalNames {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EvalNames() {}

    public static void main(String... arguments) throws IOException {
        var options = Arrays.asList(arguments);
        var names = read(Path.of(EvalDedupe.value(options, "--in")));
        if (options.contains("--halves")) {
            System.err.printf(Locale.ROOT, "%.4f exact on the half that was not learned from%n", halves(names));
            return;
        }
        if (options.contains("--model")) {
            try (var out = Files.newOutputStream(Path.of(EvalDedupe.value(options, "--model")))) {
                LearnNames.write(names, out);
            }
            return;
        }
        var parser = options.contains("--train")
                ? LearnNames.from(read(Path.of(EvalDedupe.value(options, "--train"))))
                : ParseName.shipped();
        var lines = new ArrayList<String>();
        for (var name : names) {
            var words = name.stream().map(NamePart::word).toList();
            var line = new LinkedHashMap<String, Object>();
            line.put("name", String.join(" ", words));
            line.put("tokens", words);
            line.put(
                    "tags",
                    parser.parts(words).stream().map(part -> part.tag().label()).toList());
            lines.add(JSON.writeValueAsString(line));
        }
        Files.write(Path.of(EvalDedupe.value(options, "--out")), lines);
        System.err.printf(Locale.ROOT, "%d names, %.4f exactly as the file says%n", names.size(), exact(parser, names));
    }

    /** Learns on every other name and measures on the rest, both ways. */
    private static double halves(List<List<NamePart>> names) {
        double sum = 0;
        for (int half = 0; half < 2; half++) {
            var seen = new ArrayList<List<NamePart>>();
            var kept = new ArrayList<List<NamePart>>();
            for (int i = 0; i < names.size(); i++) {
                (i % 2 == half ? kept : seen).add(names.get(i));
            }
            sum += exact(LearnNames.from(seen), kept);
        }
        return sum / 2;
    }

    private static double exact(ParseName parser, List<List<NamePart>> names) {
        long right = names.stream()
                .filter(name ->
                        parser.parts(name.stream().map(NamePart::word).toList()).equals(name))
                .count();
        return (double) right / names.size();
    }

    private static List<List<NamePart>> read(Path file) throws IOException {
        var text = Files.readString(file);
        return text.stripLeading().startsWith("<") ? labelled(file) : plain(text);
    }

    private static List<List<NamePart>> plain(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.strip().split("\\s+"))
                        .map(word -> new NamePart(NameTag.GIVEN_NAME, word))
                        .toList())
                .toList();
    }

    private static List<List<NamePart>> labelled(Path file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(file.toFile());
            var names = new ArrayList<List<NamePart>>();
            var found = document.getElementsByTagName("Name");
            for (int i = 0; i < found.getLength(); i++) {
                names.add(parts((Element) found.item(i)));
            }
            return names;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static List<NamePart> parts(Element name) {
        var parts = new ArrayList<NamePart>();
        var children = name.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element part) {
                parts.add(new NamePart(
                        NameTag.of(part.getTagName()), part.getTextContent().strip()));
            }
        }
        return parts;
    }
}
