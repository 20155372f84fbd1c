package dev.windrose.records.change;

import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What everybody else learns of a change set that is made or decided: an audit entry in its transaction, listeners after it. */
@Component
class TellOfChange {

    private final AuditLog audit;
    private final AnnounceCommit announce;

    TellOfChange(AuditLog audit, AnnounceCommit announce) {
        this.audit = audit;
        this.announce = announce;
    }

    void made(ChangeSet set) {
        tell(set.status() == ChangeSetStatus.PROPOSED ? AuditAction.CHANGE_PROPOSED : AuditAction.CHANGE_APPLIED, set);
    }

    void decided(ChangeSet set) {
        tell(AuditAction.CHANGE_DECIDED, set);
    }

    void undone(ChangeSet set) {
        tell(AuditAction.CHANGE_UNDONE, set);
    }

    private void tell(AuditAction action, ChangeSet set) {
        audit.append(entry(action, set));
        announce.afterCommit(set);
    }

    /** Names fields and counts, no values: those are in the change set, where masks and erasure reach them. */
    private static AuditEntry entry(AuditAction action, ChangeSet set) {
        var operations = set.operations();
        var first = operations.getFirst();
        boolean one =
                operations.stream().allMatch(operation -> operation.recordId().equals(first.recordId()));
        var details = new TreeMap<String, Object>();
        details.put("status", set.status().name().toLowerCase(Locale.ROOT));
        details.put("cause", set.cause().wire());
        details.put("operations", counted(operations));
        if (set.undoOf() != null) {
            details.put("undo_of", set.undoOf().toString());
        }
        return new AuditEntry(
                action,
                one ? told(first) : "%d changes".formatted(set.operationCount()),
                one ? first.recordType() : null,
                one ? first.recordId() : null,
                set.id().value(),
                evidence(operations),
                details);
    }

    private static Map<String, Long> counted(List<ChangeOperation> operations) {
        return operations.stream()
                .collect(Collectors.groupingBy(
                        operation ->
                                operation.recordType() + "_" + operation.op().past(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static String told(ChangeOperation operation) {
        String fields = operation.op() == Op.UPDATE
                ? operation.fields().stream().map(FieldChange::label).collect(Collectors.joining(", ", ": ", ""))
                : "";
        return "%s %s%s".formatted(operation.recordType(), operation.op().past(), fields);
    }

    /** Where the words stand, not the words. */
    private static @Nullable Map<String, Object> evidence(List<ChangeOperation> operations) {
        return operations.stream()
                .map(ChangeOperation::evidence)
                .filter(Objects::nonNull)
                .findFirst()
                .map(found -> new Evidence(null, found.start(), found.end(), found.source()).json())
                .orElse(null);
    }
}
