package dev.windrose.crm;

import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import org.springframework.stereotype.Component;

/** A new objection is open; without words it is called by its category. */
@Component
class ObjectionRules implements RecordRule {

    private final Accounts accounts;

    ObjectionRules(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String type() {
        return "objection";
    }

    @Override
    public void check(Write write) {
        if (write.op() != Op.CREATE || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        accounts.complete(write);
        if (write.value("status") == null) {
            write.set("status", write.value("response") == null ? "open" : "answered");
        }
        if (write.value("text") == null) {
            Object category = write.value("category");
            write.set(
                    "text",
                    "Objection: "
                            + (category == null ? "other" : category.toString().replace('_', ' ')));
        }
    }
}
