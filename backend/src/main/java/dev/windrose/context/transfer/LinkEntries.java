package dev.windrose.context.transfer;

import dev.windrose.records.RecordData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which entry stands above which, by the paths of their files, and in which order they can be written. */
final class LinkEntries {

    private static final List<String> LINKS = List.of(EntryFields.PARENT, EntryFields.VARIANT);

    private final List<PlanLine> lines;
    private final Set<UUID> there;
    private final Map<String, PlanLine> byPath = new HashMap<>();

    LinkEntries(List<PlanLine> lines, List<RecordData> entries) {
        this.lines = lines;
        this.there = entries.stream().map(RecordData::id).collect(Collectors.toSet());
        lines.forEach(line -> byPath.put(line.file.path(), line));
    }

    void resolve() {
        lines.stream().filter(line -> !line.refused()).forEach(line -> LINKS.forEach(link -> resolve(line, link)));
        lines.stream().filter(line -> !line.refused()).forEach(this::refuseCircle);
    }

    private void resolve(PlanLine line, String link) {
        String path = line.file.text(link);
        if (path == null || path.isBlank()) {
            return;
        }
        if (ShowEntries.id(path) instanceof UUID id) {
            line.values.put(link, id.toString());
            if (!there.contains(id)) {
                line.refuse(link, "There is no entry with the id %s.".formatted(id));
            }
            return;
        }
        var target = target(line, link);
        if (target == null) {
            line.refuse(link, "\"%s\" is not among the files, so this one has no place under it.".formatted(path));
        } else {
            line.values.put(link, target.id().toString());
        }
    }

    @Nullable
    PlanLine target(PlanLine line, String link) {
        String path = line.file.text(link);
        return path == null ? null : byPath.get(path.startsWith("./") ? path.substring(2) : path);
    }

    private void refuseCircle(PlanLine line) {
        var met = new LinkedHashSet<PlanLine>();
        if (returns(line, line, met)) {
            String way = met.stream().map(one -> one.file.path()).collect(Collectors.joining(", "));
            line.refuse(
                    line.file.text(EntryFields.PARENT) == null ? EntryFields.VARIANT : EntryFields.PARENT,
                    "These files stand above each other in a circle: %s.".formatted(way));
        }
    }

    private boolean returns(PlanLine start, PlanLine at, Set<PlanLine> met) {
        if (!met.add(at)) {
            return false;
        }
        for (String link : LINKS) {
            var next = target(at, link);
            if (next != null && (next == start || returns(start, next, met))) {
                return true;
            }
        }
        return false;
    }

    /** What hangs on something refused that is not there either. */
    boolean refuseOrphans() {
        boolean any = false;
        for (var line : lines) {
            for (String link : LINKS) {
                var above = line.refused() ? null : target(line, link);
                if (above != null && above.refused() && above.existing == null) {
                    line.refuse(link, "It belongs under %s, which is refused.".formatted(above.file.path()));
                    any = true;
                }
            }
        }
        return any;
    }

    /** What stands above others comes first. */
    List<PlanLine> inOrder() {
        var ordered = new LinkedHashSet<PlanLine>();
        lines.stream().filter(line -> !line.refused()).forEach(line -> add(line, ordered, new LinkedHashSet<>()));
        return new ArrayList<>(ordered);
    }

    private void add(PlanLine line, Set<PlanLine> ordered, Set<PlanLine> open) {
        if (!open.add(line)) {
            return;
        }
        for (String link : LINKS) {
            var above = target(line, link);
            if (above != null && !above.refused() && !ordered.contains(above)) {
                add(above, ordered, open);
            }
        }
        ordered.add(line);
    }
}
