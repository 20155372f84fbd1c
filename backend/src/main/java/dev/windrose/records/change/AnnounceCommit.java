package dev.windrose.records.change;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** Tells listeners of what has been written, once it is there for others to read. */
@Component
class AnnounceCommit {

    private final Supplier<List<ChangeListener>> listeners;

    AnnounceCommit(ObjectProvider<ChangeListener> listeners) {
        this.listeners = SingletonSupplier.of(() -> listeners.orderedStream().toList());
    }

    void afterCommit(ChangeSet set) {
        List<ChangeListener> all = listeners.get();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                all.forEach(listener -> listener.on(set));
            }
        });
    }
}
