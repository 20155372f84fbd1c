package dev.windrose.context.web;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.DetailField;
import dev.windrose.context.entry.EntryKind;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.ChoiceOption;
import dev.windrose.records.Descriptors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an entry may be, and which typed fields its details then have. */
@RestController
@RequestMapping("/api/v1/context/kinds")
class EntryKindController {

    private final Descriptors descriptors;

    EntryKindController(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    @GetMapping
    Map<String, Object> all() {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        var labels = descriptors.get(ContextEntry.TYPE).fields().get("kind").choices().stream()
                .collect(Collectors.toMap(ChoiceOption::value, ChoiceOption::label));
        return Map.of(
                "data",
                Stream.of(EntryKind.values())
                        .map(kind -> Map.of(
                                "category",
                                kind.category().wire(),
                                "kind",
                                kind.wire(),
                                "label",
                                labels.getOrDefault(kind.wire(), kind.wire()),
                                "fields",
                                fields(kind.fields())))
                        .toList());
    }

    private static List<Map<String, @Nullable Object>> fields(List<DetailField> fields) {
        return fields.stream().map(EntryKindController::json).toList();
    }

    private static Map<String, @Nullable Object> json(DetailField field) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", field.name());
        json.put("label", field.label());
        json.put("type", field.type().name().toLowerCase(Locale.ROOT));
        json.put("required", field.required());
        json.put("choices", field.choices());
        json.put("ref", field.ref());
        json.put("parts", fields(field.parts()));
        json.put("help", field.help());
        return json;
    }
}
