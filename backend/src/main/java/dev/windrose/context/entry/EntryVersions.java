package dev.windrose.context.entry;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of an entry: who made which and why, what changed, and the way back to one. */
@Component
public class EntryVersions {

    /** Where an entry stands is not part of what it says, so a restored version leaves it as it is. */
    private static final Set<String> STAYS = Set.of(
            "status",
            "owner_id",
            "tree_id",
            "parent_id",
            "position",
            "variant_of_id",
            "created_by",
            "created_at",
            "updated_at",
            "change_history");

    private static final String DETAILS = "details";

    private final Records records;
    private final RecordTrail trail;
    private final Descriptors descriptors;
    private final Changes changes;

    EntryVersions(Records records, RecordTrail trail, Descriptors descriptors, Changes changes) {
        this.records = records;
        this.trail = trail;
        this.descriptors = descriptors;
        this.changes = changes;
    }

    /**
     * What one field became.
     *
     * @param name of a detail {@code details.<name>}
     * @param lines of long texts; empty for others
     */
    public record FieldDiff(
            String name,
            String label,
            @Nullable Object before,
            @Nullable Object after,
            List<TextDiff.Line> lines) {}

    /** In the brief's structure of changes, the newest first, each with its version, time, person, source and summary. */
    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> of(ContextEntryId id, long below, int limit) {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        return trail.history(ContextEntry.TYPE, id.value(), below, Math.clamp(limit, 1, 200));
    }

    /** The entry as a version had it. */
    @Transactional(readOnly = true)
    public RecordData get(ContextEntryId id, long version) {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        var now = records.get(ContextEntry.TYPE, id.value());
        if (now.version() == version) {
            return now;
        }
        var entry = trail.history(ContextEntry.TYPE, id.value(), version + 1, 1).stream()
                .filter(one -> Long.valueOf(version).equals(one.get("version")))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_FOUND, "This entry has no version %d.".formatted(version), "version"));
        return records.past(ContextEntry.TYPE, id.value(), Instant.parse(String.valueOf(entry.get("at"))));
    }

    /** @param from 0 for nothing, as before the first version */
    @Transactional(readOnly = true)
    public List<FieldDiff> diff(ContextEntryId id, long from, long to) {
        Map<String, Object> before = from == 0 ? Map.of() : get(id, from).values();
        var after = get(id, to).values();
        var diffs = new ArrayList<FieldDiff>();
        for (var field : descriptors.get(ContextEntry.TYPE).dataFields()) {
            var former = before.get(field.name());
            var now = after.get(field.name());
            if (Objects.equals(former, now)) {
                continue;
            }
            if (field.name().equals(DETAILS)) {
                details(former, now, diffs);
            } else {
                diffs.add(diff(field, former, now));
            }
        }
        return diffs;
    }

    private static FieldDiff diff(FieldDescriptor field, @Nullable Object before, @Nullable Object after) {
        boolean text = field.kind() == FieldKind.LONG_TEXT || field.kind() == FieldKind.TEXT;
        return new FieldDiff(
                field.name(), field.label(), before, after, text ? TextDiff.of(text(before), text(after)) : List.of());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void details(@Nullable Object before, @Nullable Object after, List<FieldDiff> diffs) {
        Map<?, ?> former = before instanceof Map<?, ?> map ? map : Map.of();
        Map<?, ?> now = after instanceof Map<?, ?> map ? map : Map.of();
        var names = new TreeSet<String>();
        former.keySet().forEach(name -> names.add(String.valueOf(name)));
        now.keySet().forEach(name -> names.add(String.valueOf(name)));
        for (String name : names) {
            Object one = former.get(name);
            Object other = now.get(name);
            if (!Objects.equals(one, other)) {
                boolean text = (one == null || one instanceof String) && (other == null || other instanceof String);
                diffs.add(new FieldDiff(
                        DETAILS + "." + name,
                        name.replace('_', ' '),
                        one,
                        other,
                        text ? TextDiff.of(text(one), text(other)) : List.of()));
            }
        }
    }

    /**
     * Brings back what a version said, as a change of its own; where the entry is reviewed, it waits.
     *
     * @param basedOn the version that the caller has seen
     */
    @Transactional
    public ChangeSet restore(ContextEntryId id, long version, @Nullable Long basedOn) {
        Permissions.require(Operation.UPDATE, ContextEntry.TYPE);
        var then = get(id, version);
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var field : descriptors.get(ContextEntry.TYPE).dataFields()) {
            boolean written = field.stored() && !field.readOnly() && !field.derived();
            if (written && !STAYS.contains(field.name()) && !then.masked().contains(field.name())) {
                values.put(field.name(), then.value(field.name()));
            }
        }
        var operation = DraftOperation.update(ContextEntry.TYPE, id.value(), values);
        return changes.apply(ChangeDraft.of(
                Cause.person(),
                "Version %d restored".formatted(version),
                basedOn == null ? operation : operation.basedOn(basedOn)));
    }
}
