package dev.windrose.context.transfer;

import dev.windrose.records.RecordData;
import dev.windrose.records.TextKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which entry a file is another version of: the one with its id; else one with its category, kind and title, in the same tree and language; else the live
 * headline that speaks to the same people, or the battle card for the same competitor. An entry is matched once.
 */
final class MatchEntries {

    private final List<RecordData> entries;
    private final Map<String, List<RecordData>> byTitle = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    private MatchEntries(List<RecordData> entries) {
        this.entries = entries;
        entries.forEach(entry -> byTitle.computeIfAbsent(
                        key(entry.value(EntryFields.CATEGORY), entry.value(EntryFields.KIND), entry.title()),
                        _ -> new ArrayList<>())
                .add(entry));
    }

    static void of(List<PlanLine> lines, List<RecordData> entries) {
        var match = new MatchEntries(entries);
        var byId = new HashMap<UUID, RecordData>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        lines.forEach(line -> {
            if (ShowEntries.id(line.file.text(EntryFields.ID)) instanceof UUID id) {
                match.take(line, byId.get(id));
            }
        });
        lines.stream().filter(line -> line.existing == null).forEach(match::byTitle);
        lines.stream().filter(line -> line.existing == null).forEach(match::byPlace);
    }

    private void take(PlanLine line, @Nullable RecordData entry) {
        if (entry != null && taken.add(entry.id())) {
            line.existing = entry;
        }
    }

    private void byTitle(PlanLine line) {
        var alike = byTitle.getOrDefault(
                key(
                        line.file.front().get(EntryFields.CATEGORY),
                        line.file.front().get(EntryFields.KIND),
                        String.valueOf(line.file.text(EntryFields.TITLE))),
                List.of());
        take(line, best(alike, entry -> closeness(line, entry)));
    }

    private @Nullable RecordData best(List<RecordData> alike, ToIntFunction<RecordData> closeness) {
        RecordData best = null;
        int most = -1;
        for (var entry : alike) {
            int close = taken.contains(entry.id()) ? -1 : closeness.applyAsInt(entry);
            if (close > most) {
                most = close;
                best = entry;
            }
        }
        return best;
    }

    /** Below zero where it is another entry. */
    private static int closeness(PlanLine line, RecordData entry) {
        if (!agrees(line, entry, "language") || !agrees(line, entry, EntryFields.TREE)) {
            return -1;
        }
        boolean variant = line.file.front().get(EntryFields.VARIANT) != null;
        int close = variant == (entry.value(EntryFields.VARIANT) != null) ? 4 : 0;
        for (String field : List.of(EntryFields.TREE, "channel", "segments", "regions", EntryFields.PRODUCTS)) {
            close += Values.same(line.values.get(field), entry.value(field)) ? 2 : 0;
        }
        return close + (line.file.body().equals(Objects.requireNonNullElse(entry.text(EntryFields.BODY), "")) ? 1 : 0);
    }

    /** Not where both say something else. */
    private static boolean agrees(PlanLine line, RecordData entry, String field) {
        var mine = line.values.get(field);
        var theirs = entry.value(field);
        return mine == null || theirs == null || String.valueOf(mine).equalsIgnoreCase(String.valueOf(theirs));
    }

    private void byPlace(PlanLine line) {
        boolean live = "live".equals(line.file.text(EntryFields.STATUS));
        if (line.is(EntryFields.KIND, "headline") && live && line.values.get(EntryFields.TREE) != null) {
            take(line, best(entries, entry -> sameReaders(line, entry) ? 1 : -1));
        } else if (line.is(EntryFields.KIND, "battle_card") && competitor(line) != null) {
            take(
                    line,
                    best(
                            entries,
                            entry -> "battle_card".equals(entry.value(EntryFields.KIND))
                                            && !"archived".equals(entry.value(EntryFields.STATUS))
                                            && entry.value(EntryFields.DETAILS) instanceof Map<?, ?> details
                                            && competitor(line).equals(details.get("competitor_id"))
                                    ? 1
                                    : -1));
        }
    }

    private static @Nullable Object competitor(PlanLine line) {
        return line.values.get(EntryFields.DETAILS) instanceof Map<?, ?> details ? details.get("competitor_id") : null;
    }

    private static boolean sameReaders(PlanLine line, RecordData entry) {
        return "headline".equals(entry.value(EntryFields.KIND))
                && "live".equals(entry.value(EntryFields.STATUS))
                && Values.same(line.values.get(EntryFields.TREE), entry.value(EntryFields.TREE))
                && Objects.requireNonNullElse(line.values.get("language"), "en")
                        .toString()
                        .equalsIgnoreCase(String.valueOf(entry.value("language")))
                && Values.same(line.values.get("segments"), entry.value("segments"))
                && Values.same(line.values.get("channel"), entry.value("channel"));
    }

    private static String key(@Nullable Object category, @Nullable Object kind, String title) {
        return category + "|" + kind + "|" + TextKey.of(title);
    }
}
