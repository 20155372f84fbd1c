package dev.windrose.crm;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordRef;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An interaction without a day took place today; without a subject it is called by its kind and the people. */
@Component
class InteractionRules implements RecordRule {

    private final Workspaces workspaces;
    private final Accounts accounts;

    InteractionRules(Workspaces workspaces, Accounts accounts) {
        this.workspaces = workspaces;
        this.accounts = accounts;
    }

    @Override
    public String type() {
        return "interaction";
    }

    @Override
    public void check(Write write) {
        if (write.op() != Op.CREATE || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        accounts.complete(write);
        if (write.value("interaction_type") == null) {
            write.set("interaction_type", "note");
        }
        if (write.value("date") == null) {
            write.set("date", workspaces.today());
        }
        if (write.value("subject") == null) {
            write.set("subject", subject(write));
        }
    }

    private static String subject(Write write) {
        String kind = String.valueOf(write.value("interaction_type"));
        String people = write.refs("contacts").stream().map(RecordRef::title).collect(Collectors.joining(", "));
        String label = kind.equals("email")
                ? "E-mail"
                : kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1);
        return people.isEmpty() ? label : label + (kind.equals("note") ? " on " : " with ") + people;
    }
}
