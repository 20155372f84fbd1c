package dev.windrose.context.retrieval;

import dev.windrose.context.retrieval.SourceText.Part;
import dev.windrose.context.retrieval.SourceText.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a context entry says: its title, its body, and the typed fields of its kind as lines. */
final class EntryText {

    private static final List<String> CLAIM = List.of("measure", "subject", "comparator", "value", "unit");

    private EntryText() {}

    /** @param above titles it stands under, from the outermost: products, and in a message tree the nodes above */
    static SourceText of(UUID id, long version, Map<String, ?> values, List<String> above) {
        String title = text(values.get("title"));
        String body = text(values.get("body"));
        var path = new ArrayList<String>();
        path.add(Stream.of(values.get("kind"), values.get("category"))
                .filter(Objects::nonNull)
                .map(name -> name.toString().replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(" > ")));
        path.addAll(above);
        path.add(title);
        var parts = new ArrayList<Part>();
        String details = lines(values.get("details"));
        String all = body.isBlank() ? details : details.isEmpty() ? body : body + "\n\n" + details;
        // A message that says it all in its title is a text too.
        parts.add(
                new Part("body", all.isBlank() ? path.subList(0, path.size() - 1) : path, all.isBlank() ? title : all));
        return new SourceText(id, version, parts, traits(values));
    }

    private static Traits traits(Map<String, ?> values) {
        return new Traits(
                Objects.requireNonNullElse(given(values.get("sensitivity")), "internal"),
                given(values.get("category")),
                texts(values.get("product_ids")),
                texts(values.get("segments")),
                given(values.get("language")),
                "live".equals(given(values.get("status"))),
                values.get("effective_from") instanceof LocalDate day ? day : null,
                values.get("effective_to") instanceof LocalDate day ? day : null);
    }

    private static String lines(@Nullable Object details) {
        return details instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(field -> line(String.valueOf(field.getKey()), field.getValue()))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"))
                : "";
    }

    private static String line(String name, @Nullable Object value) {
        String said = said(value);
        boolean id = name.endsWith("_id");
        if (said.isBlank() || id) {
            return "";
        }
        // Clauses are whole sentences.
        return name.equals("clause") ? said : name.replace('_', ' ') + ": " + said;
    }

    private static String said(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list ->
                list.stream()
                        .map(EntryText::said)
                        .filter(each -> !each.isBlank())
                        .collect(Collectors.joining("; "));
            case Map<?, ?> map ->
                (map.containsKey("measure") ? CLAIM.stream().map(map::get) : map.values().stream())
                        .map(EntryText::said)
                        .filter(each -> !each.isBlank())
                        .map(each -> each.replace('_', ' '))
                        .collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static @Nullable String given(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
