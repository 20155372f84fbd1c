package dev.windrose.records.derived;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** Collects over a transaction which records got other computed values, and tells of them once it is committed. */
@Component
class TellComputed {

    private final Supplier<List<ComputedListener>> listeners;

    TellComputed(ObjectProvider<ComputedListener> listeners) {
        this.listeners = SingletonSupplier.of(() -> listeners.orderedStream().toList());
    }

    /** Records of which a change set tells. */
    void written(UUID record) {
        current().written.add(record);
    }

    void computed(String type, Collection<UUID> records) {
        if (!records.isEmpty()) {
            current().computed.computeIfAbsent(type, _ -> new LinkedHashSet<>()).addAll(records);
        }
    }

    private Collected current() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Collected known) {
            return known;
        }
        var fresh = new Collected();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private final class Collected implements TransactionSynchronization {

        private final Set<UUID> written = new LinkedHashSet<>();
        private final Map<String, Set<UUID>> computed = new LinkedHashMap<>();

        @Override
        public void afterCommit() {
            computed.values().forEach(records -> records.removeAll(written));
            computed.values().removeIf(Set::isEmpty);
            if (!computed.isEmpty()) {
                listeners.get().forEach(listener -> listener.computed(computed));
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TellComputed.this);
        }
    }
}
