package dev.windrose.agents.ask;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values of texts that many records share, such as channels and industries, as far as whoever asks may see them. */
@Component
class TextValues {

    private static final int READ = 2_000;
    private static final int MOST = 80;
    private static final int LONGEST = 60;

    private final Descriptors descriptors;
    private final Records records;
    /** Each person sees other records. */
    private final Cache<Key, Map<String, Set<String>>> kept = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    private record Key(Object tenant, @Nullable Object person, Object role, String type) {}

    TextValues(Descriptors descriptors, Records records) {
        this.descriptors = descriptors;
        this.records = records;
    }

    Set<String> of(String type, String field) {
        var descriptor = descriptors.get(type);
        var fields = fields(descriptor);
        if (fields.stream().noneMatch(each -> each.name().equals(field))) {
            return Set.of();
        }
        var actor = ActorScope.current();
        var key = new Key(actor.tenant(), actor.rightsOf(), actor.role(), type);
        var all = kept.getIfPresent(key);
        if (all == null) {
            all = read(descriptor, fields);
            kept.put(key, all);
        }
        return all.getOrDefault(field, Set.of());
    }

    private static List<FieldDescriptor> fields(Descriptor type) {
        return type.fields().values().stream()
                .filter(field -> field.kind() == FieldKind.TEXT
                        && field.stored()
                        && field.filter()
                        && !field.name().equals(type.titleField())
                        && !field.name().endsWith("currency")
                        && !field.name().endsWith("_id"))
                .toList();
    }

    private Map<String, Set<String>> read(Descriptor type, List<FieldDescriptor> fields) {
        var found = new HashMap<String, Set<String>>();
        int rows = 0;
        String cursor = null;
        do {
            var page = records.page(RecordQuery.of(type.name())
                    .showing(fields.stream().map(FieldDescriptor::name).collect(Collectors.toSet()))
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            for (var row : page.data()) {
                for (var field : fields) {
                    var text = row.text(field.name());
                    if (text != null && text.length() <= LONGEST) {
                        found.computeIfAbsent(field.name(), _ -> new HashSet<>())
                                .add(text);
                    }
                }
            }
            rows += page.data().size();
            cursor = page.nextCursor();
        } while (cursor != null && rows < READ);
        found.values().removeIf(values -> values.size() > MOST);
        return found;
    }
}
