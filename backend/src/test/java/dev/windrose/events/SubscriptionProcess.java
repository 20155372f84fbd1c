package dev.windrose.events;

import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one subscription until it is killed. Its effect on each event happens once, by the position key. */
final class SubscriptionProcess {

    static final String NAME = "kill_test";

    private SubscriptionProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var context = BareContext.of(
                Map.of("windrose.events.lease", "400ms"), new Class<?>[] {CountNotes.class}, "dev.windrose.events");
        context.refresh();
        context.start();
        KillableProcess.tellReady();
        Thread.currentThread().join();
    }

    static class CountNotes implements EventSubscription {

        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;

        CountNotes(JdbcClient jdbc, TransactionTemplate transaction) {
            this.jdbc = jdbc;
            this.transaction = transaction;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Set<String> eventNames() {
            return Set.of("sample_noted");
        }

        @Override
        public int batchSize() {
            return 20;
        }

        @Override
        public void handle(List<LoggedEvent> events) {
            for (var event : events) {
                transaction.executeWithoutResult(status -> count(event));
            }
        }

        private void count(LoggedEvent event) {
            int fresh = jdbc.sql("""
                            insert into kill_test.seen (key, record, note) values (:key, :record, cast(:note as int)) on conflict do nothing
                            """)
                    .param("key", event.position().key())
                    .param("record", event.recordId())
                    .param("note", event.payload().get("note"))
                    .update();
            jdbc.sql("""
                            insert into kill_test.tally (record, effects, deliveries) values (:record, :fresh, 1)
                            on conflict (record) do update
                            set effects = tally.effects + excluded.effects, deliveries = tally.deliveries + 1
                            """)
                    .param("record", event.recordId())
                    .param("fresh", fresh)
                    .update();
        }
    }
}
