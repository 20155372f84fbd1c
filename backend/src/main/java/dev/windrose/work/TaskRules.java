package dev.windrose.work;

import dev.windrose.crm.Accounts;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** A new task is open and of medium priority; the moment it is done is kept. */
@Component
class TaskRules implements RecordRule {

    private static final String STATUS = "status";

    private final Clock clock;
    private final Accounts accounts;

    TaskRules(Clock clock, Accounts accounts) {
        this.clock = clock;
        this.accounts = accounts;
    }

    @Override
    public String type() {
        return "task";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        accounts.complete(write);
        if (write.value(STATUS) == null) {
            write.set(STATUS, "open");
        }
        if (write.value("priority") == null) {
            write.set("priority", "medium");
        }
        if (write.changes(STATUS)) {
            boolean done = "done".equals(write.value(STATUS));
            write.set("completed_at", done ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
        }
    }
}
