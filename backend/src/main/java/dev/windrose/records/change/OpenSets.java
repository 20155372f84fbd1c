package dev.windrose.records.change;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.change.GuardDecision.Decision;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Change sets while somebody decides on them: locked, decided by whom may, kept. */
@Component
class OpenSets {

    private final ChangeSetStore store;
    private final Supplier<List<GuardDecision>> guards;

    OpenSets(ChangeSetStore store, ObjectProvider<GuardDecision> guards) {
        this.store = store;
        // Guards need what needs this, so they are looked up at the first decision.
        this.guards = SingletonSupplier.of(() -> guards.orderedStream().toList());
    }

    ChangeSet locked(ChangeSetId id) {
        return store.lock(id)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such change set."));
    }

    void check(ChangeSet set, List<ChangeOperation> chosen, Decision decision) {
        guards.get().forEach(guard -> guard.check(set, chosen, decision));
    }

    void decide(ChangeSet set) {
        store.decide(set);
    }

    void undone(ChangeSet set) {
        store.undone(set);
    }
}
