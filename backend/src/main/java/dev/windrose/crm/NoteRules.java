package dev.windrose.crm;

import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import org.springframework.stereotype.Component;

/** A note belongs to a record of this workspace and is called like its first line unless somebody names it. */
@Component
class NoteRules implements RecordRule {

    private static final int TITLE = 120;

    private final RequireSubject subject;

    NoteRules(RequireSubject subject) {
        this.subject = subject;
    }

    @Override
    public String type() {
        return "note";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        subject.in(write);
        if (write.value("title") == null && write.value("body") instanceof String body) {
            String line = body.strip().lines().findFirst().orElse("").strip();
            write.set("title", line.length() <= TITLE ? line : line.substring(0, TITLE - 1) + "…");
        }
    }
}
