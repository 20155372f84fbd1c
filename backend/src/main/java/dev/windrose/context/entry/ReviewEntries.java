package dev.windrose.context.entry;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.change.GuardDecision;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a category is reviewed, only reviewers change what is live. Of others, a change of a live entry waits for them, and an entry that is to
 * become live goes into review, from where {@link HandIn} proposes it. Who decides is checked with the decision.
 */
@Component
class ReviewEntries implements RecordRule, GuardDecision {

    static final String PROPOSAL = "context_review";

    private static final String CATEGORY = "category";
    private static final String STATUS = "status";
    private static final String LIVE = EntryStatus.LIVE.wire();

    private final Categories categories;
    private final EntryStore store;

    ReviewEntries(Categories categories, EntryStore store) {
        this.categories = categories;
        this.store = store;
    }

    @Override
    public String type() {
        return ContextEntry.TYPE;
    }

    @Override
    public void check(Write write) {
        if (write.cause().kind() == CauseKind.UNDO
                || PROPOSAL.equals(write.cause().id())) {
            return;
        }
        var settings = closed(write.before().get(CATEGORY), write.value(CATEGORY));
        if (settings.isEmpty()) {
            return;
        }
        boolean wasLive = LIVE.equals(write.before().get(STATUS));
        if (wasLive) {
            write.hold("%s are changed by reviewers. This waits for one."
                    .formatted(said(settings.get().category())));
        } else if (LIVE.equals(write.value(STATUS)) && (write.op() == Op.CREATE || write.op() == Op.UPDATE)) {
            write.set(STATUS, EntryStatus.IN_REVIEW.wire());
        }
    }

    @Override
    public void check(ChangeSet set, List<ChangeOperation> chosen, Decision decision) {
        var entries = chosen.stream()
                .filter(operation -> operation.recordType().equals(ContextEntry.TYPE))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        var person = ActorScope.current().person();
        boolean own = decision == Decision.REFUSE && person != null && person.equals(set.person());
        var heads = store.heads(entries.stream().map(ChangeOperation::recordId).collect(Collectors.toSet()));
        for (var operation : entries) {
            var head = heads.get(operation.recordId());
            if (touchesLive(operation, head) && !own) {
                closed(head == null ? null : head.category(), value(operation, CATEGORY, true))
                        .ifPresent(ReviewEntries::refuse);
            }
            if (decision == Decision.APPLY && PROPOSAL.equals(set.cause().id())) {
                requireUnchanged(set, head);
            }
        }
    }

    /** What nobody has looked at does not go live with what was handed in. */
    private static void requireUnchanged(ChangeSet set, EntryStore.@Nullable Head head) {
        if (head != null && head.updatedAt().isAfter(set.createdAt())) {
            throw new AppException(
                    CommonError.CONFLICT,
                    "This entry was changed after it was handed in. Look at it and publish it yourself, or refuse this.");
        }
    }

    private static boolean touchesLive(ChangeOperation operation, EntryStore.@Nullable Head head) {
        return head != null && head.live()
                || LIVE.equals(value(operation, STATUS, true))
                || LIVE.equals(value(operation, STATUS, false));
    }

    private static @Nullable Object value(ChangeOperation operation, String field, boolean after) {
        return operation.fields().stream()
                .filter(change -> change.field().equals(field))
                .findFirst()
                .map(after ? FieldChange::after : FieldChange::before)
                .orElse(null);
    }

    /** Settings of one of these categories that is reviewed, and not by the actor in scope. */
    private Optional<CategorySettings> closed(@Nullable Object before, @Nullable Object after) {
        return Stream.of(String.valueOf(before), String.valueOf(after))
                .flatMap(category -> EntryCategory.of(category).stream())
                .map(categories::of)
                .filter(settings -> settings.review() && !reviews(settings))
                .findFirst();
    }

    /** Agents and synchronised systems propose, whoever is behind them. */
    private static boolean reviews(CategorySettings settings) {
        var actor = ActorScope.current();
        return actor.kind() != ActorKind.AGENT
                && actor.kind() != ActorKind.SYNC
                && actor.role().atLeast(settings.reviewerRole());
    }

    private static void refuse(CategorySettings settings) {
        throw new AppException(
                CommonError.NOT_ALLOWED,
                "%s are reviewed by people with the role %s or above."
                        .formatted(
                                said(settings.category()),
                                settings.reviewerRole().wire()));
    }

    private static String said(EntryCategory category) {
        return "Entries of " + category.wire().replace('_', ' ');
    }
}
