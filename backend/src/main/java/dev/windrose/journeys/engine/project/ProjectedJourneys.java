package dev.windrose.journeys.engine.project;

import dev.windrose.journeys.engine.AnswerQuery;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.JourneyAnswer;
import dev.windrose.journeys.engine.JourneyEngine;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.Sources;
import dev.windrose.platform.ActorScope;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Answers from the columns of this process. They are built at the first question and brought up to date at each. */
@Component
class ProjectedJourneys implements JourneyEngine {

    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final JourneySegmentStore store;
    private final SegmentFolder folder;
    private final TransactionTemplate oneMoment;
    private final TransactionTemplate writing;
    private final Clock clock;
    private final Map<Key, TenantColumns> columns = new ConcurrentHashMap<>();

    private record Key(UUID tenant, Grain grain) {}

    ProjectedJourneys(
            JourneySegmentStore store, SegmentFolder folder, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
        writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public JourneyAnswer answer(JourneyQuery query) {
        return new AnswerQuery(sources(query.scope().grain()), THREADS).answer(query);
    }

    private Sources sources(Grain grain) {
        return of(grain).refresh(clock.instant());
    }

    private TenantColumns of(Grain grain) {
        var tenant = ActorScope.current().tenant().value();
        return columns.computeIfAbsent(
                new Key(tenant, grain),
                _ -> new TenantColumns(store, oneMoment, writing, folder.of(tenant), folder.node(), grain));
    }

    /** Writes the columns of the workspace in scope into a new segment, as happens by itself when much came since. */
    void rewrite(Grain grain) {
        of(grain).rewrite(clock.instant());
    }

    /** Forgets the columns of the workspace in scope; the next question builds them anew. */
    void forget() {
        var tenant = ActorScope.current().tenant().value();
        writing.executeWithoutResult(_ -> store.forget(folder.node()));
        Arrays.stream(Grain.values())
                .map(grain -> columns.remove(new Key(tenant, grain)))
                .filter(one -> one != null)
                .forEach(TenantColumns::drop);
        FileSystemUtils.deleteRecursively(folder.of(tenant).toFile());
    }
}
