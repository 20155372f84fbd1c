package dev.windrose.crm;

import dev.windrose.records.change.Op;
import dev.windrose.records.change.Write;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The account that a record belongs to, where only a deal or a contact of it was named. */
@Component
public class Accounts {

    private static final String COMPANY = "company_id";

    private final ContactStore store;

    Accounts(ContactStore store) {
        this.store = store;
    }

    /** For rules: completes the company of a new record. */
    public void complete(Write write) {
        if (write.op() == Op.CREATE && write.value(COMPANY) == null) {
            write.set(COMPANY, of(write));
        }
    }

    private @Nullable UUID of(Write write) {
        if (write.value("deal_id") instanceof UUID deal) {
            return store.companyOfDeal(deal);
        }
        Object contact = write.value("contact_id");
        if (contact == null && write.value("contacts") instanceof List<?> contacts && !contacts.isEmpty()) {
            contact = contacts.getFirst();
        }
        return contact instanceof UUID id ? store.companyOf(id) : null;
    }
}
