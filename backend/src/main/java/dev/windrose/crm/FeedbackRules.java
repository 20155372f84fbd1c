package dev.windrose.crm;

import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import org.springframework.stereotype.Component;

/** Feedback of a contact belongs to the account of the contact. */
@Component
class FeedbackRules implements RecordRule {

    private final Accounts accounts;

    FeedbackRules(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String type() {
        return "feedback";
    }

    @Override
    public void check(Write write) {
        if (write.cause().kind() != CauseKind.UNDO) {
            accounts.complete(write);
        }
    }
}
