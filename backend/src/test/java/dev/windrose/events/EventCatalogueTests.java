package dev.windrose.events;

import dev.windrose.testing.GeneratedDoc;
import dev.windrose.testing.WindroseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class EventCatalogueTests {

    @Autowired
    EventCatalogue catalogue;

    @Test
    void isWhatTheDocumentationSays() {
        var text = new StringBuilder("""
                # Events

                Every row of the event log carries its tenant, position, name, version, actor (kind, name, person), time and, where it is about one
                record, the record's type and id. The payload is below. A version rises when a field goes or changes its meaning.
                """);
        for (var type : catalogue.types()) {
            if (type.name().startsWith("sample_")) {
                continue;
            }
            text.append("\n## ")
                    .append(type.name())
                    .append(" (version ")
                    .append(type.version())
                    .append(")\n")
                    .append(type.meaning())
                    .append('\n');
            if (!type.payload().isEmpty()) {
                text.append("\n| field | meaning |\n|---|---|\n");
                type.payload().forEach((field, meaning) -> text.append("| `")
                        .append(field)
                        .append("` | ")
                        .append(meaning)
                        .append(" |\n"));
            }
        }
        GeneratedDoc.check("events.md", text.toString());
    }
}
