package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.ExternalId;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.QueryStore.Found;
import dev.windrose.records.store.ExternalIdStore;
import dev.windrose.records.store.References;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowMapping;
import dev.windrose.records.store.RowStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records of the workspace, of every type. */
@Component
public class Records {

    /** What each record shows beside its fields. */
    private static final Set<String> ALWAYS = Set.of("id", "type", "version", "title", "deleted_at", "external_ids");

    private final Descriptors descriptors;
    private final RowStore rows;
    private final QueryStore queries;
    private final ExternalIdStore externalIds;
    private final ReadRelated readRelated;
    private final MaskRecords mask;
    private final PastLinks pastLinks;

    Records(
            Descriptors descriptors,
            RowStore rows,
            QueryStore queries,
            ExternalIdStore externalIds,
            ReadRelated readRelated,
            MaskRecords mask,
            PastLinks pastLinks) {
        this.pastLinks = pastLinks;
        this.descriptors = descriptors;
        this.rows = rows;
        this.queries = queries;
        this.externalIds = externalIds;
        this.readRelated = readRelated;
        this.mask = mask;
    }

    /** With computed fields and references; also from the bin. */
    @Transactional(readOnly = true)
    public Optional<RecordData> find(String type, UUID id) {
        var descriptor = descriptors.get(type);
        return withRefs(descriptor, data(descriptor, rows.byIds(descriptor, List.of(id), RowMapping.whole(descriptor))))
                .stream()
                .findFirst();
    }

    /** As {@link #find} without references, which are read by a statement of their own. */
    @Transactional(readOnly = true)
    public Optional<RecordData> findAlone(String type, UUID id) {
        var descriptor = descriptors.get(type);
        return data(descriptor, rows.byIds(descriptor, List.of(id), RowMapping.whole(descriptor))).stream()
                .findFirst();
    }

    /** @throws AppException NOT_FOUND also for a record of another workspace */
    @Transactional(readOnly = true)
    public RecordData get(String type, UUID id) {
        return find(type, id)
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_FOUND,
                        "There is no such %s."
                                .formatted(descriptors.get(type).label().toLowerCase(Locale.ROOT))));
    }

    /**
     * As it was at a moment, with references as they were called then. What is computed is worked out of the records of then, by today's
     * definition; where that cannot be, {@link CompletePast#NOT_AS_OF} says why.
     *
     * @throws AppException NOT_FOUND also for a record that was made later
     */
    @Transactional(readOnly = true)
    public RecordData past(String type, UUID id, Instant moment) {
        var descriptor = descriptors.get(type);
        var rows = queries.past(descriptor, Set.of(id), RowMapping.only(descriptor, kept(descriptor)), moment, false);
        return withRefs(descriptor, mask.of(descriptor, Set.of(), rows, moment), moment).stream()
                .findFirst()
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_FOUND,
                        "There was no such %s then."
                                .formatted(descriptor.label().toLowerCase(Locale.ROOT))));
    }

    /** Fields whose past is known. */
    private static List<FieldDescriptor> kept(Descriptor type) {
        return type.fields().values().stream()
                .filter(field -> !field.derived() && field.sql() == null)
                .toList();
    }

    /** Those that exist, by id, without references. */
    @Transactional(readOnly = true)
    public Map<UUID, RecordData> byIds(String type, Collection<UUID> ids) {
        var descriptor = descriptors.get(type);
        var found = new LinkedHashMap<UUID, RecordData>();
        data(descriptor, rows.byIds(descriptor, ids, RowMapping.listed(descriptor)))
                .forEach(record -> found.put(record.id(), record));
        return found;
    }

    @Transactional(readOnly = true)
    public Optional<UUID> byExternalId(String type, ExternalId id) {
        return externalIds.record(descriptors.get(type).name(), id).filter(record -> !byIds(type, List.of(record))
                .isEmpty());
    }

    /** The records that have the given ids in other systems. */
    @Transactional(readOnly = true)
    public Map<ExternalId, UUID> byExternalIds(String type, List<ExternalId> ids) {
        return externalIds.records(descriptors.get(type).name(), ids);
    }

    /** The field that a path over references ends at. */
    public Optional<FieldDescriptor> field(String type, String path) {
        var descriptor = descriptors.get(type);
        return ALWAYS.contains(path) && descriptor.field(path).isEmpty()
                ? Optional.empty()
                : Optional.of(FieldPath.of(descriptors, descriptor, path).field());
    }

    /** The first page of a query, without references. */
    @Transactional(readOnly = true)
    public List<RecordData> query(RecordQuery query) {
        return read(query).data();
    }

    /** With references, and the total if asked for. */
    @Transactional(readOnly = true)
    public RecordPage page(RecordQuery query) {
        var page = read(query);
        var descriptor = descriptors.get(query.type());
        return new RecordPage(
                withRefs(descriptor, page.data(), query.asOf()),
                page.nextCursor(),
                page.total(),
                page.totalIsEstimate());
    }

    private RecordPage read(RecordQuery query) {
        check(query);
        var page = page(query, queries.page(query, mappingOf(query)));
        if (!query.count()) {
            return page;
        }
        long counted = queries.count(query);
        boolean many = counted > QueryStore.COUNTED;
        return new RecordPage(
                page.data(), page.nextCursor(), many ? Math.max(counted, queries.estimate(query)) : counted, many);
    }

    /** Pages with their references, which are read once for all. */
    List<RecordPage> withRefs(RecordQuery query, List<RecordPage> pages) {
        var all = withRefs(
                        descriptors.get(query.type()),
                        pages.stream().flatMap(page -> page.data().stream()).toList(),
                        query.asOf())
                .iterator();
        return pages.stream()
                .map(page -> new RecordPage(
                        page.data().stream().map(_ -> all.next()).toList(), page.nextCursor(), null, false))
                .toList();
    }

    /** A page without references, of what was found for it. */
    RecordPage page(RecordQuery query, List<Found> found) {
        var descriptor = descriptors.get(query.type());
        var shown = found.subList(0, Math.min(query.limit(), found.size()));
        var rows = shown.stream().map(Found::row).toList();
        var fields = Set.copyOf(query.fields());
        var data = readRelated.into(
                descriptor,
                query.fields(),
                query.asOf() == null
                        ? mask.of(descriptor, fields, rows)
                        : mask.of(descriptor, fields, rows, query.asOf()),
                query.asOf());
        String next = found.size() > query.limit() && !shown.isEmpty()
                ? new Cursor(shown.getLast().sorted(), shown.getLast().row().id()).encoded(query.sort())
                : null;
        return new RecordPage(data, next, null, false);
    }

    RowMapping mappingOf(RecordQuery query) {
        return mapping(descriptors.get(query.type()), query);
    }

    static void check(RecordQuery query) {
        if (query.limit() < 1 || query.limit() > RecordQuery.MOST) {
            throw new AppException(
                    CommonError.BAD_VALUE, "The limit lies between 1 and %d.".formatted(RecordQuery.MOST), "limit");
        }
        if (query.offset() < 0 || query.offset() > 10_000_000) {
            throw new AppException(CommonError.BAD_VALUE, "The offset lies between 0 and 10,000,000.", "offset");
        }
        if (query.sort().size() > 4) {
            throw new AppException(CommonError.BAD_VALUE, "At most four fields to sort by.", "sort");
        }
    }

    private static RowMapping mapping(Descriptor type, RecordQuery query) {
        if (query.fields().isEmpty()) {
            return query.asOf() == null ? RowMapping.listed(type) : RowMapping.only(type, kept(type));
        }
        var fields = new ArrayList<FieldDescriptor>();
        fields.add(type.fields().get(type.titleField()));
        for (String name : query.fields()) {
            if (ALWAYS.contains(name) && type.field(name).isEmpty()) {
                continue;
            }
            if (name.contains(".")) {
                type.field(name.substring(0, name.indexOf('.')))
                        .filter(reference -> !fields.contains(reference))
                        .ifPresent(fields::add);
                continue;
            }
            var field = type.field(name)
                    .orElseThrow(() -> new AppException(
                            CommonError.UNKNOWN_FIELD, "%s has no field \"%s\".".formatted(type.label(), name), name));
            if (!fields.contains(field)) {
                fields.add(field);
            }
            if (query.asOf() != null) {
                PastLinks.reference(type, field)
                        .filter(reference -> !fields.contains(reference))
                        .ifPresent(fields::add);
            }
        }
        if (query.asOf() != null) {
            fields.retainAll(kept(type));
        }
        return RowMapping.only(type, fields);
    }

    private List<RecordData> data(Descriptor type, List<Row> found) {
        return mask.of(type, Set.of(), found);
    }

    private List<RecordData> withRefs(Descriptor type, List<RecordData> records) {
        return withRefs(type, records, null);
    }

    private List<RecordData> withRefs(Descriptor type, List<RecordData> records, @Nullable Instant moment) {
        var values = records.stream().map(RecordData::values).toList();
        var ids = References.collect(type, values);
        var found = pastLinks.titles(ids, moment);
        return records.stream()
                .map(record -> record.withRefs(References.of(type, record.values(), found)))
                .toList();
    }
}
