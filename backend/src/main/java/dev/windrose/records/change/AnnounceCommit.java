package dev.windrose.records.change;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells listeners of what has been written, once it is there for others to read. */
@Component
class AnnounceCommit {

    private final ObjectProvider<ChangeListener> listeners;

    AnnounceCommit(ObjectProvider<ChangeListener> listeners) {
        this.listeners = listeners;
    }

    void afterCommit(ChangeSet set) {
        List<ChangeListener> all = listeners.orderedStream().toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                all.forEach(listener -> listener.on(set));
            }
        });
    }
}
