package dev.windrose.context.amend;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryKind;
import dev.windrose.context.entry.EntryStatus;
import dev.windrose.records.RecordData;
import dev.windrose.records.TypedView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry that may be meant, and the texts in it that can be changed. */
record EntryView(
        UUID id,
        long version,
        EntryCategory category,
        EntryKind kind,
        EntryStatus status,
        String title,
        String body,
        Map<String, Object> details,
        String language,
        RecordData data) {

    private static final Set<String> NO_TEXT = Set.of("examples", "claims", "enforce", "citation", "key", "outcome");
    private static final Set<EntryStatus> OPEN = Set.of(EntryStatus.LIVE, EntryStatus.IN_REVIEW, EntryStatus.DRAFT);

    /** @param index in a list of the details; -1 for a text of its own */
    record Part(String field, @Nullable String detail, int index, String text) {

        String name() {
            return detail == null ? field : detail;
        }
    }

    /** Empty for an entry that nobody reads today and nobody works on. */
    static Optional<EntryView> of(RecordData data, LocalDate today) {
        var entry = TypedView.of(ContextEntry.class, data);
        var category = entry.category();
        var kind = entry.kind();
        var status = Objects.requireNonNullElse(entry.status(), EntryStatus.DRAFT);
        boolean over = entry.effectiveTo() != null && entry.effectiveTo().isBefore(today)
                || entry.effectiveFrom() != null && entry.effectiveFrom().isAfter(today);
        return category == null || kind == null || data.binned() || !OPEN.contains(status) || over
                ? Optional.empty()
                : Optional.of(new EntryView(
                        data.id(),
                        data.version(),
                        category,
                        kind,
                        status,
                        entry.title(),
                        Objects.requireNonNullElse(entry.body(), ""),
                        details(entry.details()),
                        Objects.requireNonNullElse(entry.language(), "en"),
                        data));
    }

    private static Map<String, Object> details(@Nullable Object details) {
        var named = new LinkedHashMap<String, Object>();
        if (details instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value != null) {
                    named.put(String.valueOf(name), value);
                }
            });
        }
        return named;
    }

    boolean live() {
        return status == EntryStatus.LIVE;
    }

    boolean policy() {
        return category == EntryCategory.POLICY;
    }

    /** What is enforced before what explains it, and the title last. */
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        details.forEach((name, value) -> {
            if (NO_TEXT.contains(name) || name.endsWith("_id")) {
                return;
            }
            if (value instanceof String text && !text.isBlank()) {
                parts.add(new Part("details", name, -1, text));
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof String text) {
                        parts.add(new Part("details", name, i, text));
                    }
                }
            }
        });
        if (!body.isBlank()) {
            parts.add(new Part("body", null, -1, body));
        }
        parts.add(new Part("title", null, -1, title));
        return parts;
    }

    /** The fields of the record with these texts in the place of others. */
    Map<String, Object> with(Map<Part, String> texts) {
        var values = new LinkedHashMap<String, Object>();
        var changed = new LinkedHashMap<>(details);
        texts.forEach((part, text) -> {
            if (part.detail() == null) {
                values.put(part.field(), text);
            } else if (part.index() < 0) {
                changed.put(part.detail(), text);
            } else {
                var list = new ArrayList<Object>((List<?>) Objects.requireNonNull(changed.get(part.detail())));
                list.set(part.index(), text);
                changed.put(part.detail(), list);
            }
        });
        if (!changed.equals(details)) {
            values.put("details", changed);
        }
        return values;
    }
}
