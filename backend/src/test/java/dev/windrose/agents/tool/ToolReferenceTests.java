package dev.windrose.agents.tool;

import dev.windrose.testing.GeneratedDoc;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class ToolReferenceTests {

    @Autowired
    Tools tools;

    @Test
    void everyToolIsDocumented() {
        var text = new StringBuilder("""
                # Tools

                From the annotated methods. Each is called by `POST /api/v1/tools/{name}` with its arguments, and by agents. A tool sees and changes only what
                its caller may see and change.
                """);
        tools.all().stream()
                .filter(tool -> !tool.name().startsWith("sample_"))
                .forEach(tool -> text.append(described(tool)));
        GeneratedDoc.check("tools.md", text.toString());
    }

    private static String described(ToolDefinition tool) {
        var text = new StringBuilder("\n## %s\n%s\n\nEffect %s, tier %s, scope %s, at most %d s.\n"
                .formatted(
                        tool.name(),
                        tool.says(),
                        tool.effect().wire(),
                        tool.tier().wire(),
                        tool.scope(),
                        tool.limit().toSeconds()));
        text.append("\n| argument | | what it is |\n|---|---|---|\n");
        rows(tool.schema(), "", text);
        return text.toString();
    }

    private static void rows(Map<?, ?> schema, String under, StringBuilder text) {
        if (!(schema.get("properties") instanceof Map<?, ?> properties)
                || !(schema.get("required") instanceof List<?> required)) {
            return;
        }
        properties.forEach((name, value) -> {
            var property = (Map<?, ?>) value;
            text.append("| `%s%s` | %s%s | %s%s |\n"
                    .formatted(
                            under,
                            name,
                            property.get("format") == null ? property.get("type") : property.get("format"),
                            required.contains(name) ? ", required" : "",
                            String.valueOf(property.get("description")).replace("|", "\\|"),
                            property.get("enum") == null ? "" : ": " + property.get("enum")));
            rows(property, under + name + ".", text);
            if (property.get("items") instanceof Map<?, ?> items) {
                rows(items, under + name + "[].", text);
            }
        });
    }
}
