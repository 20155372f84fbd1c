package dev.windrose.crm.contact;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ContactId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people worked and work. Where they work now follows the company of the contact. */
@Component
public class Memberships {

    private static final int MOST = 100;
    private static final String CONTACT = "contact";

    private final MembershipStore store;
    private final Records records;
    private final Descriptors descriptors;
    private final AccessChecks access;
    private final Clock clock;

    Memberships(MembershipStore store, Records records, Descriptors descriptors, AccessChecks access, Clock clock) {
        this.store = store;
        this.records = records;
        this.descriptors = descriptors;
        this.access = access;
        this.clock = clock;
    }

    /** The current one first. */
    @Transactional(readOnly = true)
    public List<Membership> of(ContactId contact) {
        Permissions.require(Operation.READ, CONTACT);
        var hidden = records.get(CONTACT, contact.value()).masked();
        return hidden.contains("company_id") ? List.of() : seen(contact.value(), hidden);
    }

    private List<Membership> seen(UUID contact, Set<String> hidden) {
        return store.of(contact).stream()
                .map(place -> hidden.contains("title") ? place.withoutTitle() : place)
                .toList();
    }

    /** Adds a place where the person worked before. */
    @Transactional
    public List<Membership> add(ContactId contact, MembershipChange past) {
        requireWritable(contact);
        if (past.companyId() == null) {
            throw new AppException(CommonError.REQUIRED, "Name the company.", "company_id");
        }
        if (past.toDate() == null) {
            throw new AppException(
                    CommonError.REQUIRED,
                    "Say until when. Where somebody works now is the company of the contact.",
                    "to_date");
        }
        if (records.byIds("company", List.of(past.companyId())).isEmpty()) {
            throw new AppException(CommonError.BAD_VALUE, "There is no such company.", "company_id");
        }
        if (store.of(contact.value()).size() >= MOST) {
            throw new AppException(CommonError.BAD_VALUE, "At most %d places of work are kept.".formatted(MOST));
        }
        requireOrder(past.fromDate(), past.toDate());
        store.insert(contact.value(), past, clock.instant());
        return of(contact);
    }

    /** Changes what is given; the company stays. */
    @Transactional
    public List<Membership> change(ContactId contact, UUID id, MembershipChange change) {
        requireWritable(contact);
        var former = get(contact, id);
        if (former.current() && change.toDate() != null) {
            throw new AppException(
                    CommonError.CONFLICT, "Change the company of the contact; this ends by itself then.", "to_date");
        }
        var changed = new Membership(
                id,
                former.companyId(),
                null,
                change.title() == null || former.current() ? former.title() : change.title(),
                change.fromDate() == null ? former.fromDate() : change.fromDate(),
                change.toDate() == null ? former.toDate() : change.toDate());
        requireOrder(changed.fromDate(), changed.toDate());
        store.update(contact.value(), changed);
        return of(contact);
    }

    @Transactional
    public List<Membership> remove(ContactId contact, UUID id) {
        requireWritable(contact);
        if (get(contact, id).current()) {
            throw new AppException(CommonError.CONFLICT, "This is where the contact works now.");
        }
        store.delete(contact.value(), id);
        return of(contact);
    }

    private Membership get(ContactId contact, UUID id) {
        return store.of(contact.value()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such place of work."));
    }

    private void requireWritable(ContactId contact) {
        Permissions.require(Operation.UPDATE, CONTACT);
        access.requireWritable(descriptors.get(CONTACT), contact.value());
        if (records.get(CONTACT, contact.value()).masked().contains("company_id")) {
            throw new AppException(
                    CommonError.NOT_ALLOWED, "Where somebody works is hidden from your role.", "company_id");
        }
    }

    private static void requireOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new AppException(CommonError.BAD_VALUE, "It ends before it begins.", "to_date");
        }
    }
}
