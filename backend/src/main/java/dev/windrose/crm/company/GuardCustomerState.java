package dev.windrose.crm.company;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps customer states on their ways and announces each change of one. */
@Component
class GuardCustomerState implements RecordRule {

    private static final String FIELD = "customer_state";
    /** The reason of a forced change while it is written; nobody outside this package can bind it. */
    private static final ScopedValue<String> FORCED = ScopedValue.newInstance();

    static <T, X extends Throwable> T forcing(String reason, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(FORCED, reason).call(work);
    }

    @Override
    public String type() {
        return "company";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || !write.changes(FIELD)) {
            return;
        }
        var from = CustomerState.of(write.before().get(FIELD));
        var to = CustomerState.of(write.value(FIELD));
        boolean allowed = StateTransitions.allowed(from, to);
        if (!allowed && !FORCED.isBound() && !corrects(write)) {
            write.refuse(CommonError.BAD_VALUE, FIELD, refusal(from, to));
            return;
        }
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("from", from == null ? null : from.wire());
        payload.put("to", to == null ? null : to.wire());
        payload.put("forced", !allowed);
        payload.put("reason", FORCED.isBound() ? FORCED.get() : null);
        write.announce(CompanyEvents.CUSTOMER_STATE_CHANGED, payload);
    }

    /** An undo returns to what was, and an import or a sync repeats what another system knows. */
    private static boolean corrects(Write write) {
        var kind = ActorScope.current().kind();
        return write.cause().kind() == CauseKind.UNDO
                || write.cause().kind() == CauseKind.IMPORT
                || kind == ActorKind.IMPORT
                || kind == ActorKind.SYNC;
    }

    private static String refusal(@Nullable CustomerState from, @Nullable CustomerState to) {
        String next =
                StateTransitions.after(from).stream().map(CustomerState::wire).collect(Collectors.joining(" or "));
        return "From %s a company becomes %s, not %s. A manager may force it with a reason."
                .formatted(from == null ? "no state" : from.wire(), next, to == null ? "none" : to.wire())
                .strip();
    }
}
