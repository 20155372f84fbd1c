package dev.windrose.records.change;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.cache.SharedCache;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Results made of records of a type are worthless once one of them has changed. */
@Component
class ForgetCached implements ChangeListener {

    private final SharedCache cache;

    ForgetCached(SharedCache cache) {
        this.cache = cache;
    }

    @Override
    public void on(ChangeSet committed) {
        cache.changed(
                ActorScope.current().tenant(),
                committed.operations().stream().map(ChangeOperation::recordType).collect(Collectors.toSet()));
    }
}
