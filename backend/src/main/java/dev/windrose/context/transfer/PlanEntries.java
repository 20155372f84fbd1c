package dev.windrose.context.transfer;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryKind;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.OperationStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each file what it would do, and makes the one draft that does it. */
@Component
class PlanEntries {

    private final Directory directory;
    private final EntryFields fields;
    private final ShowEntries show;
    private final Changes changes;

    PlanEntries(Directory directory, EntryFields fields, ShowEntries show, Changes changes) {
        this.directory = directory;
        this.fields = fields;
        this.show = show;
        this.changes = changes;
    }

    /** @param make whether products, trees, competitors, customers and tags that are named and not there are made */
    @Transactional(readOnly = true)
    public EntryPlan of(List<Incoming> files, String summary, boolean make) {
        var lines = files.stream().map(PlanLine::new).toList();
        lines.forEach(this::check);
        var readable = lines.stream().filter(line -> !line.refused()).toList();
        var names = new ResolveNames(directory, fields, make, readable);
        readable.forEach(names::in);
        var entries = show.all();
        MatchEntries.of(readable.stream().filter(line -> !line.refused()).toList(), entries);
        var links = new LinkEntries(lines, entries);
        links.resolve();
        var draft = new DraftEntries(lines, links, names);
        ChangeSet set;
        do {
            draft.drop();
            set = changes.preview(
                    ChangeDraft.of(Cause.person(), summary, draft.operations()).refusingSingly());
        } while (refuse(set, lines, draft));
        var done = outcomes(set);
        var before = before(lines, entries);
        return new EntryPlan(
                lines.stream()
                        .map(line -> planned(line, done.get(line.id()), before))
                        .toList(),
                draft.also(),
                ChangeDraft.of(Cause.person(), summary, draft.operations()));
    }

    private void check(PlanLine line) {
        var category = line.file.text(EntryFields.CATEGORY);
        var kind = line.file.text(EntryFields.KIND);
        if (category == null || EntryCategory.of(category).isEmpty()) {
            line.refuse(
                    EntryFields.CATEGORY,
                    "%s The categories are %s."
                            .formatted(
                                    category == null
                                            ? "The file names no category."
                                            : "\"%s\" is no category.".formatted(category),
                                    Stream.of(EntryCategory.values())
                                            .map(EntryCategory::wire)
                                            .collect(Collectors.joining(", "))));
        } else if (kind == null || EntryKind.of(kind).isEmpty()) {
            line.refuse(
                    kind == null ? EntryFields.CATEGORY : EntryFields.KIND,
                    "%s The kinds of %s are %s."
                            .formatted(
                                    kind == null ? "The file names no kind." : "\"%s\" is no kind.".formatted(kind),
                                    category,
                                    EntryCategory.of(category).orElseThrow().kinds().stream()
                                            .map(EntryKind::wire)
                                            .collect(Collectors.joining(", "))));
        }
        var known = fields.all().keySet();
        line.file.front().keySet().stream()
                .filter(field -> !known.contains(field) && !field.equals(EntryFields.ID))
                .findFirst()
                .ifPresent(field -> line.refuse(
                        field,
                        "\"%s\" is no field of an entry. The fields are %s."
                                .formatted(field, String.join(", ", known))));
        if (line.file.text(EntryFields.TITLE) instanceof String title && title.isBlank()
                || line.file.text(EntryFields.TITLE) == null) {
            line.refuse(EntryFields.TITLE, "The file names no title.");
        }
    }

    /** Whether something is refused that was not before. */
    private static boolean refuse(ChangeSet set, List<PlanLine> lines, DraftEntries draft) {
        var byId = new HashMap<UUID, PlanLine>();
        lines.stream().filter(line -> !line.refused()).forEach(line -> byId.put(line.id(), line));
        boolean more = false;
        for (var operation : set.operations()) {
            if (operation.status() == OperationStatus.REFUSED || operation.status() == OperationStatus.CONFLICT) {
                var line = byId.get(operation.recordId());
                String why = Objects.requireNonNullElse(operation.reason(), "It is refused.");
                if (line != null) {
                    String field = operation.problems().isEmpty()
                            ? null
                            : operation.problems().getFirst().field();
                    if (EntryFields.DETAILS.equals(field)) {
                        line.refuseDetails(why);
                    } else {
                        line.refuse(field, why);
                    }
                    more = true;
                } else {
                    more |= draft.without(operation.recordId(), why);
                }
            }
        }
        return more;
    }

    private static Map<UUID, ChangeOperation> outcomes(ChangeSet set) {
        var outcomes = new HashMap<UUID, ChangeOperation>();
        set.operations().stream()
                .filter(operation -> operation.recordType().equals(ContextEntry.TYPE))
                .forEach(operation -> outcomes.put(operation.recordId(), operation));
        return outcomes;
    }

    /** What is there, as files say it. */
    private Map<UUID, EntryFile> before(List<PlanLine> lines, List<RecordData> entries) {
        var paths = new HashMap<>(ShowEntries.paths(entries));
        var there = lines.stream()
                .filter(line -> !line.refused() && line.existing != null)
                .toList();
        there.forEach(line -> paths.put(line.id(), line.file.path()));
        var before = new LinkedHashMap<UUID, EntryFile>();
        var records = there.stream()
                .map(line -> Objects.requireNonNull(line.existing))
                .toList();
        var files = show.files(records, paths);
        for (int i = 0; i < records.size(); i++) {
            before.put(records.get(i).id(), files.get(i));
        }
        return before;
    }

    private EntryPlan.Planned planned(PlanLine line, @Nullable ChangeOperation outcome, Map<UUID, EntryFile> before) {
        if (line.refused()) {
            return new EntryPlan.Planned(
                    line.position, EntryPlan.State.REFUSED, null, line.reason, line.at, List.of(), List.of());
        }
        var there = before.get(line.id());
        boolean waits = outcome != null && outcome.status() == OperationStatus.WAITING;
        boolean same = outcome == null || there != null && outcome.fields().isEmpty();
        var state = there == null
                ? EntryPlan.State.NEW
                : same ? EntryPlan.State.SAME : waits ? EntryPlan.State.WAITS : EntryPlan.State.CHANGED;
        return new EntryPlan.Planned(
                line.position,
                state,
                line.id(),
                waits ? outcome.reason() : null,
                null,
                there == null || same ? List.of() : new CompareFiles(fields).of(there, line.file, outcome),
                List.copyOf(line.notes));
    }
}
