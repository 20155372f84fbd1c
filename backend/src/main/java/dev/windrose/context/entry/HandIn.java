package dev.windrose.context.entry;

import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.FollowChange;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An entry of a reviewed category that goes into review is proposed to become live, so that reviewers find it among what waits. */
@Component
class HandIn implements FollowChange {

    private static final String IN_REVIEW = EntryStatus.IN_REVIEW.wire();

    private final Changes changes;
    private final Categories categories;
    private final EntryStore store;

    HandIn(Changes changes, Categories categories, EntryStore store) {
        this.changes = changes;
        this.categories = categories;
        this.store = store;
    }

    @Override
    public void follow(AppliedChange change) {
        if (change.cause().kind() == CauseKind.UNDO) {
            return;
        }
        var handedIn = change.operations().stream()
                .filter(operation -> operation.recordType().equals(ContextEntry.TYPE)
                        && operation.fields().stream()
                                .anyMatch(field -> field.field().equals("status") && IN_REVIEW.equals(field.after())))
                .toList();
        if (handedIn.isEmpty()) {
            return;
        }
        var heads = store.heads(
                handedIn.stream().map(ChangeOperation::recordId).distinct().toList());
        handedIn.stream()
                .filter(operation -> reviewed(heads.get(operation.recordId())))
                .forEach(this::propose);
    }

    private boolean reviewed(EntryStore.@Nullable Head head) {
        return head != null
                && EntryCategory.of(head.category())
                        .filter(category -> categories.of(category).review())
                        .isPresent();
    }

    private void propose(ChangeOperation operation) {
        changes.propose(ChangeDraft.of(
                new Cause(CauseKind.RUN, ReviewEntries.PROPOSAL),
                "Publish " + Objects.requireNonNullElse(operation.recordTitle(), "an entry"),
                DraftOperation.update(
                        ContextEntry.TYPE, operation.recordId(), Map.of("status", EntryStatus.LIVE.wire()))));
    }
}
