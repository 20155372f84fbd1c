package dev.windrose.agents.stock;

import dev.windrose.agents.tool.CallScope;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordType;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Evidence;
import dev.windrose.records.change.Op;
import org.jspecify.annotations.Nullable;

/** What is asked of each change before it is drafted. */
final class MayChange {

    private MayChange() {}

    /** The same that is asked of who writes by hand. */
    static void require(Descriptors descriptors, DraftOperation operation) {
        Permissions.require(operation.op().permission(), operation.type());
        var type = descriptors.get(operation.type());
        if (!type.operations().contains(offered(operation.op()))) {
            throw new AppException(
                    CommonError.NOT_ALLOWED, "%s are written by the product itself.".formatted(type.labelPlural()));
        }
    }

    private static RecordType.Operation offered(Op op) {
        return switch (op) {
            case CREATE -> RecordType.Operation.CREATE;
            case UPDATE -> RecordType.Operation.UPDATE;
            case DELETE, RESTORE -> RecordType.Operation.DELETE;
        };
    }

    /** An agent quotes what it was told or has read: a quote that is nowhere is no evidence. */
    static @Nullable Evidence evidence(@Nullable String quote, String at) {
        boolean agent = ActorScope.current().kind() == ActorKind.AGENT;
        if (quote == null || quote.isBlank()) {
            if (agent) {
                throw new AppException(
                        CommonError.REQUIRED, "An agent says on which words a change rests.", at + ".evidence");
            }
            return null;
        }
        if (agent && !CallScope.current().said(quote)) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "These words stand neither in the goal nor in what was read.",
                    at + ".evidence");
        }
        return new Evidence(quote, null, null, null);
    }
}
