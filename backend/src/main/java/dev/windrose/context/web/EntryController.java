package dev.windrose.context.web;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryVersions;
import dev.windrose.context.entry.LiveEntries;
import dev.windrose.context.entry.TextDiff;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.web.ChangeSetJson;
import dev.windrose.records.web.RecordJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries that hold on a day, and the versions of an entry. Entries are written like every record, below {@code /api/v1/context_entries}. */
@RestController
@RequestMapping("/api/v1/context/entries")
class EntryController {

    private final LiveEntries live;
    private final EntryVersions versions;
    private final Descriptors descriptors;
    private final ChangeSetJson show;

    EntryController(LiveEntries live, EntryVersions versions, Descriptors descriptors, ChangeSetJson show) {
        this.live = live;
        this.versions = versions;
        this.descriptors = descriptors;
        this.show = show;
    }

    record Entries(@Nullable LocalDate asOf, List<HeldEntry> data) {}

    record Versions(
            List<Map<String, @Nullable Object>> data,
            @Nullable Long nextBelow) {}

    /** @param change same, added or removed */
    record SpanView(String change, String text) {

        static SpanView of(TextDiff.Span span) {
            return new SpanView(span.change().name().toLowerCase(Locale.ROOT), span.text());
        }
    }

    record LineView(
            String change,
            @Nullable Integer before,
            @Nullable Integer after,
            List<SpanView> spans) {

        static LineView of(TextDiff.Line line) {
            return new LineView(
                    line.change().name().toLowerCase(Locale.ROOT),
                    line.before(),
                    line.after(),
                    line.spans().stream().map(SpanView::of).toList());
        }
    }

    record FieldView(
            String name,
            String label,
            @Nullable Object before,
            @Nullable Object after,
            List<LineView> lines) {}

    record Diff(long from, long to, List<FieldView> fields) {}

    /** What holds today, or held on a day, of one category or of all. */
    @GetMapping
    Entries holding(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        var categories = category == null ? new EntryCategory[0] : new EntryCategory[] {category(category)};
        var entries = asOf == null ? live.all(categories) : live.on(asOf, categories);
        return new Entries(asOf, entries.stream().map(HeldEntry::of).toList());
    }

    @GetMapping("/{id}")
    HeldEntry held(@PathVariable UUID id, @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        var entry = new ContextEntryId(id);
        return (asOf == null ? live.find(entry) : live.asOf(entry, asOf))
                .map(HeldEntry::of)
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_FOUND,
                        asOf == null ? "No such entry holds today." : "No such entry held on %s.".formatted(asOf)));
    }

    @GetMapping("/{id}/versions")
    Versions versions(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "9223372036854775807") long below,
            @RequestParam(defaultValue = "50") int limit) {
        var found = versions.of(new ContextEntryId(id), below, limit);
        var last = found.size() < Math.clamp(limit, 1, 200)
                ? null
                : (Long) found.getLast().get("version");
        return new Versions(found, last);
    }

    @GetMapping("/{id}/versions/{version}")
    Map<String, @Nullable Object> version(@PathVariable UUID id, @PathVariable long version) {
        return RecordJson.of(descriptors.get(ContextEntry.TYPE), versions.get(new ContextEntryId(id), version));
    }

    /** Compared with the version before unless another one is named. */
    @GetMapping("/{id}/versions/{version}/diff")
    Diff diff(
            @PathVariable UUID id, @PathVariable long version, @RequestParam(required = false) @Nullable Long against) {
        long from = against == null ? version - 1 : against;
        return new Diff(
                from,
                version,
                versions.diff(new ContextEntryId(id), from, version).stream()
                        .map(field -> new FieldView(
                                field.name(),
                                field.label(),
                                RecordJson.value(field.before()),
                                RecordJson.value(field.after()),
                                field.lines().stream().map(LineView::of).toList()))
                        .toList());
    }

    @PostMapping("/{id}/versions/{version}/restore")
    Map<String, @Nullable Object> restore(@PathVariable UUID id, @PathVariable long version) {
        var set = versions.restore(new ContextEntryId(id), version, null);
        if (set.operations().isEmpty()) {
            throw new AppException(
                    CommonError.CONFLICT, "The entry says already what version %d said.".formatted(version));
        }
        return show.of(set);
    }

    static EntryCategory category(String wire) {
        return EntryCategory.of(wire)
                .orElseThrow(() -> new AppException(
                        CommonError.BAD_VALUE,
                        "\"%s\" is no category. The categories are %s."
                                .formatted(
                                        wire,
                                        String.join(
                                                ", ",
                                                Stream.of(EntryCategory.values())
                                                        .map(EntryCategory::wire)
                                                        .toList())),
                        "category"));
    }
}
