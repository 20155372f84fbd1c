package dev.windrose.work;

import dev.windrose.crm.Accounts;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import org.springframework.stereotype.Component;

/** A draft says what it is about, as far as that is known. */
@Component
class MailDraftRules implements RecordRule {

    private final Accounts accounts;

    MailDraftRules(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String type() {
        return "mail_draft";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        accounts.complete(write);
        if (write.value("status") == null) {
            write.set("status", "draft");
        }
        if (write.value("subject") == null) {
            write.set("subject", "Without a subject");
        }
    }
}
