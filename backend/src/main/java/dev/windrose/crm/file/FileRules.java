package dev.windrose.crm.file;

import dev.windrose.crm.RequireSubject;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import org.springframework.stereotype.Component;

/** A file that belongs to a record belongs to one that is there. */
@Component
class FileRules implements RecordRule {

    private final RequireSubject subject;

    FileRules(RequireSubject subject) {
        this.subject = subject;
    }

    @Override
    public String type() {
        return "file";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (sets && write.cause().kind() != CauseKind.UNDO && write.value("record_type") != null) {
            subject.in(write);
        }
    }
}
