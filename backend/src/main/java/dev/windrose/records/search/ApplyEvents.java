package dev.windrose.records.search;

import dev.windrose.events.EventTail.Batch;
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
    private static final String CREATED = "_created";
    private static final String UPDATED = "_updated";
    /** How events call records of types that a workspace has added. */
    private static final String CUSTOM = "custom_record";

    private final SearchStore store;
    private final Descriptors descriptors;
    private final PutRecords put;
    private final FollowTitles titles;
    private final RefreshTypes types;

    ApplyEvents(SearchStore store, Descriptors descriptors, PutRecords put, FollowTitles titles, RefreshTypes types) {
        this.types = types;
        this.store = store;
        this.descriptors = descriptors;
        this.put = put;
        this.titles = titles;
    }

    /** @param called whether it may be called otherwise than before */
    private record Changed(Descriptor type, UUID id, boolean called) {}

    void apply(List<Told> told) {
        told.stream()
                .collect(Collectors.groupingBy(Told::tenant, LinkedHashMap::new, Collectors.toList()))
                .forEach((tenant, events) -> ActorScope.run(Actor.system(tenant), () -> of(tenant, events)));
    }

    private void of(TenantId tenant, List<Told> events) {
        for (var event : events) {
            var batch = event.batch();
            if (batch != null) {
                many(tenant, event, batch);
            }
        }
        one(tenant, events.stream().filter(event -> event.batch() == null).toList());
    }

    /** Many records of a change set, some at a time. */
    private void many(TenantId tenant, Told event, Batch batch) {
        int end = batch.first() + batch.operations();
        for (int from = batch.first(); from < end; from += READ) {
            var done = store.ofChangeSet(batch.changeSet(), from, Math.min(end, from + READ));
            one(
                    tenant,
                    done.stream()
                            .flatMap(each -> descriptors.find(each.type()).stream()
                                    .map(type -> event.about(
                                            named(type, '_' + each.op().past()),
                                            type.name(),
                                            each.id(),
                                            each.fields())))
                            .toList());
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
        if (!put.open()) {
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
                        .ifPresent(type -> changed.add(new Changed(type, event.recordId(), called(type, event))));
            }
        }
        return changed;
    }

    /** An update that leaves all searched texts as they are. What it does to the order of results is not worth reading the record for. */
    static boolean silent(Descriptor type, Told event) {
        var fields = event.fields();
        return fields != null
                && !fields.isEmpty()
                && event.name().equals(named(type, UPDATED))
                && !FollowComputed.tells(type)
                && SearchField.of(type).stream()
                        .noneMatch(field -> fields.contains(field.field().name()));
    }

    /** Nothing links to what was just made. */
    private static boolean called(Descriptor type, Told event) {
        var fields = event.fields();
        boolean kept =
                event.name().equals(named(type, UPDATED)) && fields != null && !fields.contains(type.titleField());
        return !kept && !event.name().equals(named(type, CREATED));
    }

    private static String named(Descriptor type, String what) {
        return (type.entity() == null ? type.name() : CUSTOM) + what;
    }

    private void records(TenantId tenant, Set<Changed> changed) {
        var all = new ArrayList<>(changed);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            var some = all.subList(from, Math.min(all.size(), from + TOGETHER)).stream()
                    .collect(Collectors.groupingBy(
                            Changed::type, LinkedHashMap::new, Collectors.mapping(Changed::id, Collectors.toList())));
            put.these(tenant, some);
        }
        all.stream()
                .filter(Changed::called)
                .collect(Collectors.groupingBy(Changed::type, Collectors.mapping(Changed::id, Collectors.toList())))
                .forEach((type, ids) -> linked(tenant, type, ids));
    }

    private void linked(TenantId tenant, Descriptor type, List<UUID> ids) {
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            titles.of(tenant, type, ids.subList(from, Math.min(ids.size(), from + TOGETHER)));
        }
    }
}
