package dev.windrose.context.retrieval;

import dev.windrose.context.retrieval.SourceText.Part;
import dev.windrose.context.retrieval.SourceText.Traits;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.search.RecordTexts;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowMapping;
import dev.windrose.records.store.RowStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What records of any type say in their long texts, and files in their contents. */
final class RecordSource implements ChunkSource {

    /** What a file or the like says beside its fields. */
    static final String CONTENT = "content_text";
    /** A text longer than this is cut by its beginning only. */
    private static final int LONGEST = 200_000;

    private final Descriptor type;
    private final RowStore rows;
    private final Optional<RecordTexts> contents;

    RecordSource(Descriptor type, RowStore rows, Optional<RecordTexts> contents) {
        this.type = type;
        this.rows = rows;
        this.contents = contents;
    }

    static List<FieldDescriptor> texts(Descriptor type) {
        return type.storedFields().stream()
                .filter(field -> field.kind() == FieldKind.LONG_TEXT)
                .toList();
    }

    @Override
    public String type() {
        return type.name();
    }

    @Override
    public Map<UUID, SourceText> of(Collection<UUID> ids) {
        var fields = Stream.concat(type.field(type.titleField()).stream(), texts(type).stream())
                .distinct()
                .toList();
        var found = rows.byIds(type, ids, RowMapping.only(type, fields)).stream()
                .filter(row -> row.deletedAt() == null)
                .toList();
        var more = contents.map(each -> each.of(found.stream().map(Row::id).toList()))
                .orElse(Map.of());
        var said = new LinkedHashMap<UUID, SourceText>();
        for (var row : found) {
            var parts = parts(row, more.getOrDefault(row.id(), ""));
            if (!parts.isEmpty()) {
                said.put(row.id(), new SourceText(row.id(), row.version(), parts, Traits.OF_RECORDS));
            }
        }
        return said;
    }

    private List<Part> parts(Row row, String content) {
        var title = row.values().get(type.titleField()) instanceof String text ? text : "";
        var parts = new ArrayList<Part>();
        for (var field : texts(type)) {
            if (row.values().get(field.name()) instanceof String text && !text.isBlank()) {
                boolean itself = field.name().equals(type.titleField());
                parts.add(new Part(field.name(), itself ? List.of() : List.of(title), cut(text)));
            }
        }
        if (!content.isBlank()) {
            parts.add(new Part(CONTENT, List.of(title), cut(content)));
        }
        return parts;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
