package dev.windrose.context.retrieval;

import dev.windrose.context.retrieval.SourceText.Part;
import dev.windrose.context.retrieval.SourceText.Traits;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.records.search.RecordTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What records of any type say in their long texts, and files in their contents. */
final class RecordSource implements ChunkSource {

    /** What a file or the like says beside its fields. */
    static final String CONTENT = "content_text";
    /** A text longer than this is cut by its beginning only. */
    private static final int LONGEST = 200_000;

    private final Descriptor type;
    private final Records records;
    private final Optional<RecordTexts> contents;

    RecordSource(Descriptor type, Records records, Optional<RecordTexts> contents) {
        this.type = type;
        this.records = records;
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
                .map(FieldDescriptor::name)
                .collect(Collectors.toSet());
        var found = records.query(RecordQuery.of(type.name())
                .where(Filter.in("id", List.copyOf(ids)))
                .showing(fields)
                .limit(RecordQuery.MOST));
        var more = contents.map(
                        each -> each.of(found.stream().map(RecordData::id).toList()))
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

    private List<Part> parts(RecordData row, String content) {
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
