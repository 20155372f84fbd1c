package dev.windrose.work;

import dev.windrose.crm.Accounts;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A new issue is open and of medium priority; the moment it is resolved is kept. */
@Component
class IssueRules implements RecordRule {

    private static final String STATUS = "status";
    private static final Set<Object> ENDED = Set.of("resolved", "closed");

    private final Clock clock;
    private final Accounts accounts;

    IssueRules(Clock clock, Accounts accounts) {
        this.clock = clock;
        this.accounts = accounts;
    }

    @Override
    public String type() {
        return "issue";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        accounts.complete(write);
        if (write.op() == Op.CREATE) {
            var person = ActorScope.current().person();
            if (write.value("reporter_id") == null && person != null) {
                write.set("reporter_id", person.value());
            }
        }
        if (write.value(STATUS) == null) {
            write.set(STATUS, "open");
        }
        if (write.value("priority") == null) {
            write.set("priority", "medium");
        }
        if (write.changes(STATUS)) {
            boolean ended = ENDED.contains(String.valueOf(write.value(STATUS)));
            boolean endedBefore = ENDED.contains(String.valueOf(write.before().get(STATUS)));
            if (ended != endedBefore) {
                write.set("resolved_at", ended ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
            }
        }
    }
}
