package dev.windrose.journeys.explore;

import dev.windrose.journeys.engine.AnswerQuery;
import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.JourneyAnswer;
import dev.windrose.journeys.engine.JourneyEngine;
import dev.windrose.journeys.engine.JourneyError;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.Sources;
import dev.windrose.journeys.engine.column.Dictionary;
import dev.windrose.journeys.engine.column.EventView;
import dev.windrose.journeys.engine.column.HeapColumns;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.access.Masks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers with what the actor may see. Whoever sees every record that events name is answered from the columns; for anybody else the events are read
 * anew, without those of hidden records and without hidden values, so that what must not be seen counts as not existing.
 */
@Component
public class SeenJourneys {

    private static final List<String> NAMED = List.of("deal", "company", "contact", "interaction");
    private static final int MOST = 2_000_000;

    private final JourneyEngine engine;
    private final SeenEventStore store;
    private final AccessSql access;
    private final Masks masks;
    private final Descriptors descriptors;

    SeenJourneys(JourneyEngine engine, SeenEventStore store, AccessSql access, Masks masks, Descriptors descriptors) {
        this.engine = engine;
        this.store = store;
        this.access = access;
        this.masks = masks;
        this.descriptors = descriptors;
    }

    /** Whether the actor's figures are those of the whole workspace. */
    public boolean whole() {
        return !masks.any() && NAMED.stream().allMatch(type -> access.seesAll(descriptors.get(type)));
    }

    @Transactional(readOnly = true)
    public JourneyAnswer answer(JourneyQuery query) {
        return over(query).answer(query);
    }

    /** Answers several questions about the events of one. */
    @Transactional(readOnly = true)
    public JourneyEngine over(JourneyQuery query) {
        NAMED.forEach(type -> Permissions.require(Operation.READ, type));
        return whole() ? engine : new AnswerQuery(seen(query), 1)::answer;
    }

    private Sources seen(JourneyQuery query) {
        var scope = query.scope();
        var from = scope.from();
        var to = scope.to();
        if (query instanceof JourneyQuery.Comparison comparison) {
            from = earlier(from, comparison.from());
            to = earlier(to, comparison.to()).equals(to) ? comparison.to() : to;
        }
        var dictionaries = Stream.generate(Dictionary::new)
                .limit(Dimension.values().length)
                .toList();
        var builder = new HeapColumns.Builder(dictionaries.size());
        var keys = new ArrayList<UUID>();
        var rows = new int[1];
        store.read(scope.grain(), from, to, event -> {
            if (++rows[0] > MOST) {
                throw new AppException(
                        JourneyError.QUESTION_UNCLEAR,
                        "You see a part of the records, and of that part more than %d events lie in this period. Ask about a shorter one."
                                .formatted(MOST));
            }
            if (keys.isEmpty() || !keys.getLast().equals(event.entity())) {
                keys.add(event.entity());
            }
            builder.add(keys.size() - 1, event.time(), codes(dictionaries, event.values()), event.amount());
        });
        return new Sources(EventView.of(builder.build(), dictionaries.size()), dictionaries, keys::get);
    }

    private static int[] codes(List<Dictionary> dictionaries, @Nullable String[] values) {
        var codes = new int[values.length];
        for (int d = 0; d < codes.length; d++) {
            codes[d] = dictionaries.get(d).code(values[d]);
        }
        return codes;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
