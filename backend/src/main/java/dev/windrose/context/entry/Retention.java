package dev.windrose.context.entry;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.EraseRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Expires, archives or deletes what nobody has changed for as long as its category says; shown before, and done, by the same question. */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    static final int BATCH = 200;
    private static final String CAUSE = "context_retention";
    /** How long what retention deleted can be brought back. */
    private static final Duration IN_BIN = Duration.ofDays(30);

    private final RetentionStore store;
    private final Changes changes;
    private final EraseRecords erase;
    private final Descriptors descriptors;
    private final Workspaces workspaces;
    private final Clock clock;
    private final TransactionTemplate nested;

    Retention(
            RetentionStore store,
            Changes changes,
            EraseRecords erase,
            Descriptors descriptors,
            Workspaces workspaces,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.store = store;
        this.changes = changes;
        this.erase = erase;
        this.descriptors = descriptors;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** @param why in a sentence */
    public record Due(
            ContextEntryId id,
            String title,
            String kind,
            @Nullable String status,
            Instant changedAt,
            String why) {}

    /** What these settings would do today; nothing is done. */
    @Transactional(readOnly = true)
    public List<Due> preview(CategorySettings settings, int most) {
        Permissions.require(Operation.MANAGE, "context");
        Categories.check(settings);
        if (settings.retentionAction() == null) {
            throw new AppException(
                    CommonError.REQUIRED, "Say what happens and after how many days.", "retention_action");
        }
        return due(settings, Math.clamp(most, 1, 500)).stream().map(this::told).toList();
    }

    private List<RetentionStore.Row> due(CategorySettings settings, int most) {
        var action = settings.retentionAction();
        var days = settings.retentionDays();
        if (action == null || days == null) {
            return List.of();
        }
        var day = workspaces.today().minusDays(days);
        return store.due(settings.category(), action, clock.instant().minus(Duration.ofDays(days)), day, most);
    }

    private Due told(RetentionStore.Row row) {
        var changed = LocalDate.ofInstant(
                row.changedAt(), ZoneId.of(workspaces.current().timeZone()));
        var end = row.effectiveTo();
        String why = end != null && end.isAfter(changed)
                ? "Its last day was %s.".formatted(end)
                : "Last changed on %s.".formatted(changed);
        return new Due(row.id(), row.title(), row.kind(), row.status(), row.changedAt(), why);
    }

    /**
     * One batch. Needs a transaction.
     *
     * @return whether there may be more
     */
    boolean batch(CategorySettings settings) {
        var due = due(settings, BATCH);
        var action = settings.retentionAction();
        if (due.isEmpty() || action == null) {
            return false;
        }
        var operations =
                due.stream().map(row -> operation(action, row.id().value())).toList();
        var set = changes.apply(ChangeDraft.of(
                        Cause.run(CAUSE),
                        "Retention of %s after %d days"
                                .formatted(settings.category().wire().replace('_', ' '), settings.retentionDays()),
                        operations)
                .refusingSingly());
        return due.size() == BATCH && set.operations().stream().anyMatch(operation -> operation.version() != null);
    }

    private static DraftOperation operation(RetentionAction action, UUID id) {
        return switch (action) {
            case EXPIRE -> DraftOperation.update(ContextEntry.TYPE, id, Map.of("status", EntryStatus.EXPIRED.wire()));
            case ARCHIVE -> DraftOperation.update(ContextEntry.TYPE, id, Map.of("status", EntryStatus.ARCHIVED.wire()));
            case DELETE -> DraftOperation.delete(ContextEntry.TYPE, id);
        };
    }

    /**
     * One batch of what was deleted long enough ago goes for good, with its versions. Needs a transaction.
     *
     * @return whether there may be more
     */
    boolean eraseBatch(CategorySettings settings) {
        if (settings.retentionAction() != RetentionAction.DELETE) {
            return false;
        }
        var ids = store.forGood(settings.category(), CAUSE, clock.instant().minus(IN_BIN), BATCH);
        long erased = ids.stream().filter(this::erased).count();
        return ids.size() == BATCH && erased > 0;
    }

    /** One that something still refers to stays in the bin and holds up no other. */
    private boolean erased(UUID id) {
        try {
            nested.executeWithoutResult(_ -> erase.of(descriptors.get(ContextEntry.TYPE), List.of(id)));
            return true;
        } catch (DataIntegrityViolationException referred) {
            LOG.warn("Context entry {} stays in the bin: something still refers to it", id);
            return false;
        }
    }
}
