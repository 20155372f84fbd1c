package dev.windrose.integrations;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells somebody where they wrote what became of it. Queued with the decision, and tried again while the source cannot be reached. */
@Component
class AnswerSource implements JobHandler {

    static final String TYPE = "source_answer";

    private static final int ATTEMPTS = 8;

    private final ReceivedMessageStore store;
    private final OpenConnections connections;
    private final MessageLedger ledger;
    private final Jobs jobs;

    AnswerSource(ReceivedMessageStore store, OpenConnections connections, MessageLedger ledger, Jobs jobs) {
        this.store = store;
        this.connections = connections;
        this.ledger = ledger;
        this.jobs = jobs;
    }

    record Order(UUID message, String text) {}

    /** Joins the caller's transaction. */
    void enqueue(UUID message, Map<String, @Nullable Object> decision) {
        enqueue(message, String.valueOf(decision.get("prompt_log_id")), AnswerText.of(decision));
    }

    /** @param about what it is told of; of one thing it is told once */
    void enqueue(UUID message, String about, String text) {
        jobs.enqueue(new JobRequest(TYPE, message + ":" + about, new Order(message, text), RawMessage.WAITED_FOR));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public Duration pauseAfter(int attempt) {
        return Duration.ofSeconds(Math.min(1800, 2L << Math.min(attempt, 10)));
    }

    @Override
    public @Nullable Object run(JobContext job) {
        job.stopIfCancelled();
        var order = job.input(Order.class);
        var message = ledger.within(() -> store.find(order.message()).orElseThrow());
        if (message.removedAt() != null) {
            return null;
        }
        var way = connections.way(message);
        if (way.isPresent()) {
            try {
                way.get().source().answer(way.get().token(), way.get().raw(), order.text());
            } catch (AppException e) {
                ledger.within(() -> {
                    store.addDetail(message.id(), "The answer was not sent: " + e.getMessage());
                    return true;
                });
                throw e;
            }
        }
        return null;
    }
}
