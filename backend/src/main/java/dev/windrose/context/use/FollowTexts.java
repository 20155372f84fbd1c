package dev.windrose.context.use;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Reads texts as they are written, and keeps which entries they use. */
@Component
class FollowTexts implements EventSubscription {

    private static final List<String> PAST = List.of("_created", "_updated", "_binned", "_restored");

    private final Supplier<Map<String, UseSource>> sources;
    private final Uses uses;
    private final TransactionTemplate transaction;

    FollowTexts(ObjectProvider<UseSource> sources, Uses uses, TransactionTemplate transaction) {
        this.sources = SingletonSupplier.of(
                () -> sources.orderedStream().collect(Collectors.toMap(UseSource::type, source -> source)));
        this.uses = uses;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "context.uses";
    }

    @Override
    public Set<String> eventNames() {
        return sources.get().keySet().stream()
                .flatMap(type -> PAST.stream().map(past -> type + past))
                .collect(Collectors.toSet());
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        var records = new LinkedHashMap<String, Set<UUID>>();
        for (var event : events) {
            if (event.recordType() != null && event.recordId() != null) {
                records.computeIfAbsent(event.recordType(), _ -> new LinkedHashSet<>())
                        .add(event.recordId());
            }
        }
        records.keySet().retainAll(sources.get().keySet());
        transaction.executeWithoutResult(_ -> records.forEach((type, ids) -> uses.read(
                type, ids, Objects.requireNonNull(sources.get().get(type)).texts(ids))));
    }
}
