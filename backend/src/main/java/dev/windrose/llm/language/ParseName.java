package dev.windrose.llm.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says which word of a person's name is what. */
public final class ParseName {

    private final NameModel model;

    ParseName(NameModel model) {
        this.model = model;
    }

    private static final class Shipped {
        static final ParseName PARSER = load();

        private static ParseName load() {
            try (var in = Objects.requireNonNull(ParseName.class.getResourceAsStream("name-parts.model.gz"))) {
                return new ParseName(NameModel.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** With the model that ships. */
    public static List<NamePart> of(String name) {
        return name.isBlank()
                ? List.of()
                : Shipped.PARSER.parts(List.of(name.strip().split("\\s+")));
    }

    public List<NamePart> parts(List<String> words) {
        var tags = model.tags(NameFeatures.of(words));
        var parts = new ArrayList<NamePart>();
        for (int i = 0; i < tags.length; i++) {
            parts.add(new NamePart(NameTag.values()[tags[i]], words.get(i)));
        }
        return parts;
    }

    /** With the model that ships. */
    public static ParseName shipped() {
        return Shipped.PARSER;
    }
}
