package dev.windrose.records.search;

import dev.windrose.events.EventTail;
import dev.windrose.events.EventTail.Place;
import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    private final EventTail tail;
    private final SearchStore store;
    private final Descriptors descriptors;
    private final SearchIndexes indexes;
    private final Meanings meanings;
    private final RefreshTypes types;

    ApplyEvents(
            EventTail tail,
            SearchStore store,
            Descriptors descriptors,
            SearchIndexes indexes,
            Meanings meanings,
            RefreshTypes types) {
        this.types = types;
        this.meanings = meanings;
        this.tail = tail;
        this.store = store;
        this.descriptors = descriptors;
        this.indexes = indexes;
    }

    void apply(List<Place> places) {
        var byTenant = new LinkedHashMap<TenantId, List<Long>>();
        places.forEach(place -> byTenant.computeIfAbsent(place.tenant(), _ -> new ArrayList<>())
                .add(place.position().row()));
        byTenant.forEach((tenant, rows) -> ActorScope.run(Actor.system(tenant), () -> of(tenant, rows)));
    }

    private void of(TenantId tenant, List<Long> rows) {
        var events = tail.read(rows);
        try {
            records(tenant, changed(events));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            events.forEach(event -> alone(tenant, event, e));
        }
    }

    /** One record that cannot be indexed keeps nobody else's from being found. */
    private void alone(TenantId tenant, LoggedEvent event, RuntimeException together) {
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

    private Map<String, Set<UUID>> changed(List<LoggedEvent> events) {
        var changed = new LinkedHashMap<String, Set<UUID>>();
        for (var event : events) {
            if (event.recordType() != null && event.recordId() != null) {
                changed.computeIfAbsent(event.recordType(), _ -> new LinkedHashSet<>())
                        .add(event.recordId());
            } else if (event.payload().get("change_set_id") instanceof String set) {
                store.ofChangeSet(UUID.fromString(set))
                        .forEach((type, ids) -> changed.computeIfAbsent(type, _ -> new LinkedHashSet<>())
                                .addAll(ids));
            }
        }
        return changed;
    }

    private void records(TenantId tenant, Map<String, Set<UUID>> changed) {
        types.saw(descriptors.all());
        changed.forEach((name, ids) -> descriptors.find(name).ifPresent(type -> {
            var fields = SearchField.of(type);
            var all = List.copyOf(ids);
            for (int from = 0; from < all.size(); from += TOGETHER) {
                var some = all.subList(from, Math.min(all.size(), from + TOGETHER));
                indexes.all()
                        .forEach(index -> index.inOneStep(
                                () -> index.put(tenant, name, some, fields, store.byIds(type, fields, some))));
                meanings.changed(tenant, type, some);
            }
        }));
    }
}
