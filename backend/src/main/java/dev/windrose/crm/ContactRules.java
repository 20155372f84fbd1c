package dev.windrose.crm;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A contact has a name or a mail address, and is the primary one of the company it is in; phone numbers are written in one form. */
@Component
class ContactRules implements RecordRule {

    private final ContactStore store;
    private final Clock clock;

    ContactRules(ContactStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "contact";
    }

    @Override
    public void check(Write write) {
        if (write.op() == Op.RESTORE) {
            giveWayToPrimary(write);
        }
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        if (write.value("name") == null) {
            nameByMail(write);
        }
        if (write.op() == Op.UPDATE
                && write.changes("company_id")
                && !write.changes("is_primary")
                && write.value("is_primary") != null) {
            write.set("is_primary", false);
        }
        stamp(write, "consent_state", "consent_changed_at");
        stamp(write, "suppressed", "suppressed_at");
        if (write.changes("phone") && write.value("phone") instanceof String phone) {
            write.set("phone", NormalisePhone.of(phone, NormalisePhone.international(phone) ? null : country(write)));
        }
    }

    private void stamp(Write write, String state, String since) {
        if (write.changes(state)) {
            boolean told = write.value(state) != null && !Boolean.FALSE.equals(write.value(state));
            write.set(since, told ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
            if (state.equals("suppressed") && !told && !write.changes("suppression_reason")) {
                write.set("suppression_reason", null);
            }
        }
    }

    /** Another may have become the primary contact while this one was in the bin. */
    private void giveWayToPrimary(Write write) {
        if (Boolean.TRUE.equals(write.value("is_primary"))
                && write.value("company_id") instanceof UUID company
                && !store.primaryOf(List.of(company)).isEmpty()) {
            write.set("is_primary", false);
        }
    }

    private static void nameByMail(Write write) {
        if (write.value("email") instanceof String email) {
            write.set("name", email);
        } else {
            write.refuse(CommonError.REQUIRED, "name", "A contact needs a name or an e-mail address.");
        }
    }

    private @Nullable String country(Write write) {
        return write.value("company_id") instanceof UUID company ? store.countryOf(company) : null;
    }
}
