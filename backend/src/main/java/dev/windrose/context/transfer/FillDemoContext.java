package dev.windrose.context.transfer;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.access.DemoWorkspace;
import dev.windrose.records.change.Changes;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The company of the demo world knows about itself what the example company knows, written down category by category over some months. */
@Component
@Order(DemoWorkspace.ORDER + 20)
class FillDemoContext implements ApplicationRunner {

    private static final Duration FIRST = Duration.ofDays(95);
    private static final Duration APART = Duration.ofDays(11);

    private final DemoWorkspace workspace;
    private final PlanEntries plan;
    private final Changes changes;
    private final Records records;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FillDemoContext(
            DemoWorkspace workspace,
            PlanEntries plan,
            Changes changes,
            Records records,
            TransactionTemplate transaction,
            Clock clock) {
        this.workspace = workspace;
        this.plan = plan;
        this.changes = changes;
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        workspace
                .owner()
                .ifPresent(owner -> ActorScope.run(owner, () -> transaction.executeWithoutResult(ignored -> fill())));
    }

    /** Does nothing where somebody has written, or thrown away, entries of their own. */
    void fill() {
        var others = RecordQuery.of(ContextEntry.TYPE)
                .where(Filter.is("category", EntryCategory.TEAM_SETUP.wire()))
                .limit(1);
        if (!records.query(others).isEmpty() || !records.query(binned(others)).isEmpty()) {
            return;
        }
        var files = EntrySet.EXAMPLE.files();
        var moment = clock.instant().minus(FIRST);
        for (var category : EntryCategory.values()) {
            var some = files.stream()
                    .filter(file -> category.wire().equals(file.text(EntryFields.CATEGORY)))
                    .toList();
            ScopedClock.at(moment, () -> {
                changes.apply(
                        plan.of(incoming(some), "Wrote down " + category.wire().replace('_', ' '), true)
                                .draft());
                return true;
            });
            moment = moment.plus(APART);
        }
    }

    private static List<Incoming> incoming(List<EntryFile> files) {
        var incoming = new ArrayList<Incoming>();
        files.forEach(file -> incoming.add(new Incoming(incoming.size(), file)));
        return incoming;
    }

    private static RecordQuery binned(RecordQuery query) {
        return new RecordQuery(
                query.type(), query.filter(), query.sort(), query.limit(), null, 0, false, true, query.fields(), null);
    }
}
