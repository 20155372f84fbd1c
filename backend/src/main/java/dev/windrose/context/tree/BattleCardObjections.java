package dev.windrose.context.tree;

import dev.windrose.context.tree.BattleCard.Instance;
import dev.windrose.context.tree.BattleCard.Mention;
import dev.windrose.context.tree.BattleCard.Month;
import dev.windrose.context.tree.BattleCard.Quote;
import dev.windrose.context.tree.BattleCard.Raised;
import dev.windrose.context.tree.BattleCard.Trend;
import dev.windrose.llm.language.Fold;
import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.ChangeSetQuery;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Evidence;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.SeenChanges;
import dev.windrose.records.periods.Period;
import dev.windrose.records.periods.Periods;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers hold against us when they speak of a competitor: how often, in which stage, in which words. */
@Component
class BattleCardObjections {

    private static final int DAYS = 90;
    private static final int MONTHS = 12;
    /** Of so many the stage and the words are looked up. */
    private static final int LOOKED_UP = 60;
    /** An interaction so many days away may have been about something else. */
    private static final int NEAR = 30;

    private final BattleCardRecords records;
    private final Changes changes;
    private final SeenChanges seen;
    private final Periods periods;

    BattleCardObjections(BattleCardRecords records, Changes changes, SeenChanges seen, Periods periods) {
        this.records = records;
        this.changes = changes;
        this.seen = seen;
        this.periods = periods;
    }

    /** @param objections the newest first */
    List<Raised> raised(List<RecordData> objections, Map<UUID, RecordData> deals, List<Mention> mentions) {
        var byWords = new LinkedHashMap<String, List<RecordData>>();
        objections.forEach(objection -> byWords.computeIfAbsent(
                        Fold.words(String.valueOf(objection.values().getOrDefault("text", ""))), _ -> new ArrayList<>())
                .add(objection));
        var lookedUp = objections.stream().limit(LOOKED_UP).map(RecordData::id).toList();
        var stages = new HashMap<UUID, List<Period>>();
        return byWords.values().stream()
                .map(same -> new Raised(
                        String.valueOf(same.getFirst().values().getOrDefault("text", "")),
                        same.stream()
                                .flatMap(one -> Stream.ofNullable(one.text("category")))
                                .distinct()
                                .toList(),
                        same.stream()
                                .map(one -> lookedUp.contains(one.id())
                                        ? whole(one, deals, stages, mentions)
                                        : instance(one, deals, null, null))
                                .toList()))
                .sorted(Comparator.comparingInt((Raised each) -> each.times().size())
                        .reversed())
                .toList();
    }

    Trend trend(List<RecordData> objections) {
        var today = records.today();
        var months = new LinkedHashMap<String, Integer>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            months.put(YearMonth.from(today).minusMonths(back).toString(), 0);
        }
        int recent = 0;
        int before = 0;
        for (var objection : objections) {
            var day = records.day(objection.createdAt());
            months.computeIfPresent(YearMonth.from(day).toString(), (_, count) -> count + 1);
            long ago = ChronoUnit.DAYS.between(day, today);
            recent += ago < DAYS ? 1 : 0;
            before += ago >= DAYS && ago < 2 * DAYS ? 1 : 0;
        }
        return new Trend(
                months.entrySet().stream()
                        .map(month -> new Month(month.getKey(), month.getValue()))
                        .toList(),
                recent,
                before);
    }

    private Instance whole(
            RecordData objection, Map<UUID, RecordData> deals, Map<UUID, List<Period>> stages, List<Mention> mentions) {
        String stage = null;
        if (objection.value("deal_id") instanceof UUID deal && deals.containsKey(deal)) {
            stage = stages.computeIfAbsent(deal, id -> periods.of("deal", id, "stage")).stream()
                    .filter(period -> !period.enteredAt().isAfter(objection.createdAt()))
                    .findFirst()
                    .map(Period::value)
                    .orElse(null);
        }
        return instance(objection, deals, stage, quote(objection, mentions));
    }

    private Instance instance(
            RecordData objection, Map<UUID, RecordData> deals, @Nullable String stage, @Nullable Quote quote) {
        var deal = objection.value("deal_id") instanceof UUID id ? deals.get(id) : null;
        return new Instance(
                BattleCardRecords.ref(objection),
                BattleCardRecords.linked(objection, "company_id"),
                BattleCardRecords.linked(objection, "deal_id"),
                stage,
                deal == null ? null : deal.text("deal_state"),
                records.day(objection.createdAt()),
                objection.text("status"),
                objection.text("response"),
                quote);
    }

    /** The words it was logged with, else the nearest interaction of the deal or the account that names the competitor. */
    private @Nullable Quote quote(RecordData objection, List<Mention> mentions) {
        var logged = logged(objection.id());
        if (logged != null) {
            return logged;
        }
        var day = records.day(objection.createdAt());
        var deal = BattleCardRecords.linked(objection, "deal_id");
        var company = BattleCardRecords.linked(objection, "company_id");
        return mentions.stream()
                .filter(mention -> BattleCardMentions.about(mention, deal, company) && apart(mention.on(), day) <= NEAR)
                .min(Comparator.comparingLong(mention -> apart(mention.on(), day)))
                .map(mention -> new Quote(mention.quote(), mention.interaction(), mention.on()))
                .orElse(null);
    }

    private static long apart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    private @Nullable Quote logged(UUID objection) {
        var sets = seen.of(changes.list(new ChangeSetQuery(null, objection, null, 20)));
        for (var set : sets) {
            for (var operation : set.operations()) {
                if (operation.recordId().equals(objection) && operation.op() == Op.CREATE && operation.applied()) {
                    var words = words(operation);
                    return words == null ? null : new Quote(words, interaction(set), records.day(set.createdAt()));
                }
            }
        }
        return null;
    }

    private static @Nullable String words(ChangeOperation operation) {
        return Stream.concat(
                        operation.fields().stream()
                                .filter(field -> field.field().equals("text"))
                                .map(FieldChange::evidence),
                        Stream.of(operation).map(ChangeOperation::evidence))
                .filter(Objects::nonNull)
                .map(Evidence::quote)
                .filter(quote -> quote != null && !quote.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** Written down in the same go. */
    private static @Nullable RecordRef interaction(ChangeSet set) {
        return set.operations().stream()
                .filter(operation -> operation.recordType().equals("interaction")
                        && operation.op() == Op.CREATE
                        && operation.applied())
                .map(operation -> new RecordRef(operation.recordId(), "interaction", operation.recordTitle()))
                .findFirst()
                .orElse(null);
    }
}
