package dev.windrose.records.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What somebody wants to change, before anything is written. Operations take effect in their order; all of them or, with
 * {@link #refusingSingly}, all that are right.
 *
 * @param summary one line for people; blank to have it made from the changes
 * @param writesReadOnly also fields that only the product itself sets
 * @param asksBeforeOverwriting values that a person has set wait for a decision when a machine would change them
 * @param refusesSingly an operation with a wrong value is refused alone and named in the result
 * @param consequences operations that the product added: they may write what whoever asked may not
 */
public record ChangeDraft(
        Cause cause,
        String summary,
        List<DraftOperation> operations,
        boolean writesReadOnly,
        boolean asksBeforeOverwriting,
        boolean refusesSingly,
        Set<UUID> consequences) {

    public ChangeDraft {
        operations = List.copyOf(operations);
    }

    public ChangeDraft(
            Cause cause,
            String summary,
            List<DraftOperation> operations,
            boolean writesReadOnly,
            boolean asksBeforeOverwriting,
            boolean refusesSingly) {
        this(cause, summary, operations, writesReadOnly, asksBeforeOverwriting, refusesSingly, Set.of());
    }

    public static ChangeDraft of(Cause cause, String summary, DraftOperation... operations) {
        return of(cause, summary, List.of(operations));
    }

    public static ChangeDraft of(Cause cause, String summary, List<DraftOperation> operations) {
        return new ChangeDraft(cause, summary, operations, false, false, false);
    }

    ChangeDraft with(List<DraftOperation> more) {
        var all = new ArrayList<>(operations);
        all.addAll(more);
        return new ChangeDraft(
                cause,
                summary,
                all,
                writesReadOnly,
                asksBeforeOverwriting,
                refusesSingly,
                more.stream().map(DraftOperation::id).collect(Collectors.toSet()));
    }

    public ChangeDraft writingReadOnly() {
        return new ChangeDraft(cause, summary, operations, true, asksBeforeOverwriting, refusesSingly);
    }

    public ChangeDraft askingBeforeOverwriting() {
        return new ChangeDraft(cause, summary, operations, writesReadOnly, true, refusesSingly);
    }

    public ChangeDraft refusingSingly() {
        return new ChangeDraft(cause, summary, operations, writesReadOnly, asksBeforeOverwriting, true);
    }
}
