package dev.windrose.records.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.GeneratedDoc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionReferenceTests {

    @Test
    void listsEveryFunctionWithAnExampleThatCanBeRead() throws BadExpression {
        GeneratedDoc.check("functions.md", FunctionReference.text());
        for (var function : Functions.all()) {
            if (!function.example().isEmpty()) {
                assertThat(SampleTypes.compile(function.example()))
                        .as(function.name())
                        .isNotNull();
            }
        }
    }

    /** The table as people read it. */
    static final class FunctionReference {

        static String text() {
            var groups = new LinkedHashMap<String, List<Function>>();
            for (var function : Functions.all()) {
                if (!function.group().isEmpty()) {
                    groups.computeIfAbsent(function.group(), _ -> new ArrayList<>())
                            .add(function);
                }
            }
            var text = new StringBuilder(
                    "# Functions of formulas\nGenerated from the code. `docs/guide/formulas.md` says how they are used.\n");
            groups.forEach((group, functions) -> {
                text.append("\n## ").append(group).append("\n| function | what it gives | example |\n|---|---|---|\n");
                functions.forEach(function -> text.append("| `%s` %s | %s | `%s` |\n"
                        .formatted(function.name(), function.told(), function.meaning(), function.example())));
            });
            return text.toString();
        }

        private FunctionReference() {}
    }
}
