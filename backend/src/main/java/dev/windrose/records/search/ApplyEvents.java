package dev.windrose.records.search;

import dev.windrose.events.EventTail.Told;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Brings the records that events tell of into the indexes, as they are now. Doing it twice does no harm. */
@Component
class ApplyEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyEvents.class);
    private static final int TOGETHER = 500;
    private static final int READ = 2_000;
    private static final String UPDATED = "_updated";
    /** How events call records of types that a workspace has added. */
    private static final String CUSTOM = "custom_record";

    private final SearchStore store;
    private final Descriptors descriptors;
    private final SearchIndexes indexes;
    private final Meanings meanings;
    private final RefreshTypes types;

    ApplyEvents(
            SearchStore store, Descriptors descriptors, SearchIndexes indexes, Meanings meanings, RefreshTypes types) {
        this.types = types;
        this.meanings = meanings;
        this.store = store;
        this.descriptors = descriptors;
        this.indexes = indexes;
    }

    private record Changed(Descriptor type, UUID id) {}

    void apply(List<Told> told) {
        told.stream()
                .collect(Collectors.groupingBy(Told::tenant, LinkedHashMap::new, Collectors.toList()))
                .forEach((tenant, events) -> ActorScope.run(Actor.system(tenant), () -> of(tenant, events)));
    }

    private void of(TenantId tenant, List<Told> events) {
        events.stream().filter(ApplyEvents::ofMany).forEach(event -> many(tenant, event));
        one(tenant, events.stream().filter(event -> !ofMany(event)).toList());
    }

    private static boolean ofMany(Told event) {
        return event.recordId() == null && event.changeSet() != null;
    }

    /** A change set of many records, some at a time. */
    private void many(TenantId tenant, Told event) {
        var set = Objects.requireNonNull(event.changeSet());
        var page = store.ofChangeSet(set, 0, READ);
        for (int from = READ; !page.isEmpty(); from += READ) {
            one(
                    tenant,
                    page.entrySet().stream()
                            .flatMap(type -> type.getValue().stream().map(id -> event.about(type.getKey(), id)))
                            .toList());
            page = store.ofChangeSet(set, from, from + READ);
        }
    }

    private void one(TenantId tenant, List<Told> events) {
        try {
            types.saw(descriptors.all());
            records(tenant, changed(events));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            events.forEach(event -> alone(tenant, event, e));
        }
    }

    /** One record that cannot be indexed keeps nobody else's from being found. */
    private void alone(TenantId tenant, Told event, RuntimeException together) {
        if (!indexes.all().stream().allMatch(SearchIndex::open)) {
            throw together;
        }
        try {
            records(tenant, changed(List.of(event)));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error(
                    "The search index leaves out event {} {}",
                    event.name(),
                    event.position().key(),
                    e);
        }
    }

    private Set<Changed> changed(List<Told> events) {
        var changed = new LinkedHashSet<Changed>();
        for (var event : events) {
            if (event.recordType() != null && event.recordId() != null) {
                descriptors
                        .find(event.recordType())
                        .filter(type -> !silent(type, event))
                        .ifPresent(type -> changed.add(new Changed(type, event.recordId())));
            }
        }
        return changed;
    }

    /** An update that leaves all searched texts as they are. What it does to the order of results is not worth reading the record for. */
    static boolean silent(Descriptor type, Told event) {
        var fields = event.fields();
        String updated = (type.entity() == null ? type.name() : CUSTOM) + UPDATED;
        return fields != null
                && !fields.isEmpty()
                && event.name().equals(updated)
                && SearchField.of(type).stream()
                        .noneMatch(field -> fields.contains(field.field().name()));
    }

    private void records(TenantId tenant, Set<Changed> changed) {
        var all = new ArrayList<>(changed);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            var some = all.subList(from, Math.min(all.size(), from + TOGETHER)).stream()
                    .collect(Collectors.groupingBy(
                            Changed::type, LinkedHashMap::new, Collectors.mapping(Changed::id, Collectors.toList())));
            indexes.inOneStep(into -> put(tenant, some, into));
        }
    }

    private void put(TenantId tenant, Map<Descriptor, List<UUID>> some, List<SearchIndex> into) {
        var found = store.read(some);
        some.forEach((type, ids) -> {
            var rows = found.getOrDefault(type, List.of());
            var fields = SearchField.of(type);
            into.forEach(index -> index.put(tenant, type.name(), ids, fields, rows));
            meanings.changed(tenant, type, ids, rows);
        });
    }
}
