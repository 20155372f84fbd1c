package dev.windrose.records.access;

import dev.windrose.platform.cache.KeptPerTenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The policies of each workspace in memory. */
@Component
class AccessPolicies {

    private final KeptPerTenant<Policies> kept;

    AccessPolicies(AccessStore store, TransactionTemplate transactions) {
        kept = new KeptPerTenant<>(transactions, () -> Policies.of(store.rules(), store.masks()));
    }

    Policies current() {
        return kept.get();
    }

    void forgetAfterwards() {
        kept.forgetAfterwards();
    }
}
