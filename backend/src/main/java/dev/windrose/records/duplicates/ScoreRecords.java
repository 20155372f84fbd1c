package dev.windrose.records.duplicates;

import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.duplicates.matching.RecordMatcher;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the records that share keys with given ones, and weighs each pair. */
@Component
class ScoreRecords {

    private static final int MOST = 25;
    /** Who shares nothing but a domain with many is left out. */
    private static final double FAINT = 0.05;

    private final Records records;
    private final DuplicateKeyStore keys;
    private final DuplicateSettings settings;
    private final CountRecords counts;

    ScoreRecords(Records records, DuplicateKeyStore keys, DuplicateSettings settings, CountRecords counts) {
        this.records = records;
        this.keys = keys;
        this.settings = settings;
        this.counts = counts;
    }

    record Pair(UUID given, RecordData found, RecordMatcher.Match match) {}

    /** Keys of each, which the caller may keep. */
    Map<UUID, Set<String>> keys(Descriptor type, Map<UUID, ? extends Map<String, ? extends @Nullable Object>> given) {
        var columns = MatchFields.of(type);
        var matcher = new RecordMatcher(columns, settings.weighing(type.name()));
        var found = new LinkedHashMap<UUID, Set<String>>();
        given.forEach((id, values) -> found.put(id, matcher.keys(MatchFields.values(columns, values))));
        return found;
    }

    List<Pair> pairs(
            Descriptor type,
            Map<UUID, ? extends Map<String, ? extends @Nullable Object>> given,
            Map<UUID, Set<String>> own) {
        return pairs(type, given, own, Map.of());
    }

    /**
     * @param own the keys of each given one
     * @param also records that each is compared with whether they share a key or not
     */
    List<Pair> pairs(
            Descriptor type,
            Map<UUID, ? extends Map<String, ? extends @Nullable Object>> given,
            Map<UUID, Set<String>> own,
            Map<UUID, Set<UUID>> also) {
        var columns = MatchFields.of(type);
        var matcher = new RecordMatcher(columns, settings.weighing(type.name()));
        var sharing = sharing(type.name(), own);
        also.forEach((id, more) ->
                sharing.computeIfAbsent(id, _ -> new LinkedHashSet<>()).addAll(more));
        var others = new LinkedHashSet<UUID>();
        sharing.values().forEach(others::addAll);
        if (others.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<UUID, Other>();
        records.byIds(type.name(), others).forEach((id, record) -> {
            if (!record.binned()) {
                found.put(id, new Other(record, matcher.side(MatchFields.values(columns, record.values()))));
            }
        });
        var known = counts(type.name(), own.values());
        long all = counts.of(type);
        var pairs = new ArrayList<Pair>();
        sharing.forEach((id, partners) -> {
            var values = given.get(id);
            if (values != null) {
                var side = matcher.side(MatchFields.values(columns, values));
                partners.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .forEach(other ->
                                pairs.add(new Pair(id, other.record(), matcher.match(side, other.side(), known, all))));
            }
        });
        return pairs;
    }

    private record Other(RecordData record, RecordMatcher.Side side) {}

    private Map<String, Integer> counts(String type, Collection<Set<String>> own) {
        var values = new LinkedHashSet<String>();
        own.forEach(all -> all.stream().filter(key -> key.startsWith("=")).forEach(values::add));
        return keys.counts(type, values);
    }

    /** The records that share the rarest keys with each. */
    private Map<UUID, Set<UUID>> sharing(String type, Map<UUID, Set<String>> own) {
        var wanted = new LinkedHashSet<String>();
        own.values()
                .forEach(all -> all.stream().filter(key -> !key.startsWith("=")).forEach(wanted::add));
        var having = keys.having(type, wanted);
        var sharing = new LinkedHashMap<UUID, Set<UUID>>();
        own.forEach((id, all) -> {
            var weights = new HashMap<UUID, Double>();
            for (var key : all) {
                var found = having.getOrDefault(key, List.of());
                found.forEach(other -> weights.merge(other, 1.0 / found.size(), Double::sum));
            }
            weights.remove(id);
            sharing.put(
                    id,
                    weights.entrySet().stream()
                            .filter(entry -> entry.getValue() >= FAINT)
                            .sorted(Map.Entry.<UUID, Double>comparingByValue(Comparator.reverseOrder())
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .limit(MOST)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        });
        return sharing;
    }
}
