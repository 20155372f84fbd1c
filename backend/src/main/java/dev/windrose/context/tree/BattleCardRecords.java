package dev.windrose.context.tree;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what battle cards are made of, as far as the actor in scope may see it. */
@Component
class BattleCardRecords {

    private static final int MOST = 2_000;

    private final Records records;
    private final Workspaces workspaces;

    BattleCardRecords(Records records, Workspaces workspaces) {
        this.records = records;
        this.workspaces = workspaces;
    }

    /** @param complete whether there were no more of them */
    record Found(List<RecordData> data, boolean complete) {}

    RecordData competitor(UUID id) {
        return records.get("competitor", id);
    }

    Found competitors() {
        return all("competitor", Filter.ALL, "name");
    }

    Found objections() {
        return all("objection", Filter.ALL, "-created_at");
    }

    /** Deals in which somebody else is asked for an offer. */
    Found contested() {
        return all("deal", new Filter.Compare("competitors", FilterOp.NOT_EMPTY, null), "-updated_at");
    }

    Found contested(UUID competitor) {
        return all(
                "deal",
                new Filter.Compare("competitors", FilterOp.CONTAINS_ANY, List.of(competitor.toString())),
                "-updated_at");
    }

    Found cards() {
        return all(StoredNode.TYPE, Filter.is("kind", BattleCardRules.KIND), "-updated_at");
    }

    List<RecordData> faqs() {
        return all(StoredNode.TYPE, Filter.and(Filter.is("kind", "faq"), Filter.is("status", "live")), "title")
                .data();
    }

    /** Interactions in which a word stands, the newest first. */
    Found interactionsWith(String word) {
        var page = records.page(RecordQuery.of("interaction")
                .where(new Filter.Or(List.of(
                        new Filter.Compare("body", FilterOp.CONTAINS, word),
                        new Filter.Compare("subject", FilterOp.CONTAINS, word))))
                .sortedBy("-date")
                .limit(RecordQuery.MOST));
        return new Found(page.data(), page.nextCursor() == null);
    }

    Map<UUID, RecordData> deals(Collection<UUID> ids) {
        return records.byIds("deal", ids);
    }

    String lostReason(UUID kind) {
        return records.findAlone("lost_reason", kind).map(RecordData::title).orElse("");
    }

    LocalDate today() {
        return workspaces.today();
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneId.of(workspaces.current().timeZone()));
    }

    private Found all(String type, Filter condition, String order) {
        var found = new ArrayList<RecordData>();
        @Nullable String cursor = null;
        do {
            var page = records.page(RecordQuery.of(type)
                    .where(condition)
                    .sortedBy(order)
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            found.addAll(page.data());
            cursor = page.nextCursor();
        } while (cursor != null && found.size() < MOST);
        return new Found(found, cursor == null);
    }

    static RecordRef ref(RecordData record) {
        return new RecordRef(record.id(), record.type(), record.title());
    }

    /** Called by the account it was raised at: as a source, its own words would say the same again. */
    static RecordRef source(RecordData record) {
        var company = record.type().equals("objection") ? linked(record, "company_id") : null;
        return company == null ? ref(record) : new RecordRef(record.id(), record.type(), company.title());
    }

    /** The record that a field points to; null where it points to none, or to one that is not seen. */
    static @Nullable RecordRef linked(RecordData record, String field) {
        return record.refs().getOrDefault(field, List.of()).stream().findFirst().orElse(null);
    }

    static boolean against(RecordData deal, UUID competitor) {
        return deal.value("competitors") instanceof List<?> list
                && list.stream().anyMatch(one -> competitor.toString().equals(String.valueOf(one)));
    }

    static List<RecordRef> refs(Collection<RecordData> records) {
        return records.stream().map(BattleCardRecords::ref).collect(Collectors.toList());
    }
}
