package dev.windrose.intake.learning;

import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeListener;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.OperationStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What waited and was refused by a person is not wanted; what waited for an earlier refusal and was applied is wanted again. */
@Component
class LearnFromRefusals implements ChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(LearnFromRefusals.class);

    private final LearnFromChanges learn;
    private final Examples examples;
    private final ExampleStore store;
    private final TransactionTemplate apart;

    LearnFromRefusals(
            LearnFromChanges learn, Examples examples, ExampleStore store, PlatformTransactionManager manager) {
        this.learn = learn;
        this.examples = examples;
        this.store = store;
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void on(ChangeSet committed) {
        if (committed.cause().kind() != CauseKind.MESSAGE || committed.decidedBy() == null) {
            return;
        }
        try {
            apart.executeWithoutResult(_ ->
                    store.decided(List.of(committed.id().value())).forEach(reading -> decided(committed, reading)));
        } catch (RuntimeException e) {
            LOG.warn("A decision of a person was not learned from", e);
        }
    }

    private void decided(ChangeSet set, ExampleStore.Decided reading) {
        var refused = set.operations().stream()
                .filter(operation -> operation.status() == OperationStatus.REFUSED)
                .map(operation -> operation.id().toString())
                .collect(Collectors.toSet());
        for (var operation : LearnFromChanges.operations(reading)) {
            if (refused.contains(String.valueOf(operation.get("operation_id")))
                    && operation.get("evidence") instanceof Map<?, ?> evidence) {
                learn.unwanted(set.id().value(), reading, operation, String.valueOf(evidence.get("quote")));
            }
        }
        if (refused.isEmpty() && reading.decision().get("learned") instanceof List<?> learned) {
            learned.stream()
                    .filter(use -> use instanceof Map<?, ?> map && "unwanted".equals(map.get("kind")))
                    .map(use -> java.util.UUID.fromString(String.valueOf(((Map<?, ?>) use).get("example_id"))))
                    .forEach(examples::wantedAgain);
        }
    }
}
