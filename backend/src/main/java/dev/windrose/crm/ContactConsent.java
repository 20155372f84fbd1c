package dev.windrose.crm;

import dev.windrose.crm.ContactConsentStore.Wish;
import dev.windrose.platform.mail.MailConsent;
import dev.windrose.platform.mail.MailPurpose;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What contacts said about being written to. Of several with one address the strictest counts. */
@Component
class ContactConsent implements MailConsent {

    private final ContactConsentStore store;
    private final Changes changes;

    ContactConsent(ContactConsentStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    @Override
    public Map<String, String> refused(Collection<String> addresses, MailPurpose purpose) {
        var wishes = store.of(addresses);
        var refused = new LinkedHashMap<String, String>();
        for (String address : addresses) {
            var own = wishes.stream()
                    .filter(wish -> wish.address().equals(address))
                    .toList();
            own.stream()
                    .map(wish -> reason(wish, purpose))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .ifPresent(reason -> refused.put(address, reason));
            if (own.isEmpty() && purpose == MailPurpose.MARKETING) {
                refused.put(address, "nobody known has this address, so no consent is known");
            }
        }
        return refused;
    }

    private static @Nullable String reason(Wish wish, MailPurpose purpose) {
        if (wish.suppressed()) {
            return "the contact is marked \"Do not write\""
                    + (wish.reason() == null ? "" : " (" + wish.reason().replace('_', ' ') + ")");
        }
        if ("withdrawn".equals(wish.consent())) {
            return "the contact has withdrawn consent";
        }
        return purpose == MailPurpose.MARKETING && !"given".equals(wish.consent())
                ? "the contact has not given consent"
                : null;
    }

    @Override
    public boolean unsubscribed(String address) {
        return suppress(address, "unsubscribed", "Unsubscribed by the link in a mail");
    }

    @Override
    public boolean bounced(String address) {
        return suppress(address, "bounced", "Mail to this address came back");
    }

    private boolean suppress(String address, String reason, String summary) {
        var wishes = store.of(List.of(address));
        var open = wishes.stream()
                .filter(wish -> !wish.suppressed())
                .map(wish -> DraftOperation.update(
                        "contact", wish.contact(), Map.of("suppressed", true, "suppression_reason", reason)))
                .toList();
        if (!open.isEmpty()) {
            changes.apply(ChangeDraft.of(new Cause(CauseKind.SYNC, null), summary, open));
        }
        return !wishes.isEmpty();
    }
}
