package dev.windrose.platform.mail;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may not be written to: what is known of people, and a list of addresses that nobody known has. */
@Component
class SuppressAddresses {

    private final ObjectProvider<MailConsent> consent;
    private final OutboundMailStore store;
    private final Clock clock;

    SuppressAddresses(ObjectProvider<MailConsent> consent, OutboundMailStore store, Clock clock) {
        this.consent = consent;
        this.store = store;
        this.clock = clock;
    }

    Map<String, String> refused(Collection<String> addresses, MailPurpose purpose) {
        var refused = new LinkedHashMap<String, String>();
        if (purpose != MailPurpose.SERVICE) {
            store.suppressed(addresses).forEach(address -> refused.put(address, "this address wants or takes no mail"));
            consent.orderedStream().forEach(known -> refused.putAll(known.refused(addresses, purpose)));
        }
        return refused;
    }

    void unsubscribed(String address) {
        if (consent.orderedStream().noneMatch(known -> known.unsubscribed(address))) {
            store.suppress(address, "unsubscribed", clock.instant());
        }
    }

    void bounced(String address) {
        if (consent.orderedStream().noneMatch(known -> known.bounced(address))) {
            store.suppress(address, "bounced", clock.instant());
        }
    }
}
