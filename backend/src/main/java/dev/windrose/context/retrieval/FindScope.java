package dev.windrose.context.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.context.entry.Clearances;
import dev.windrose.context.entry.Sensitivity;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the actor in scope may find. Of types it does not see all of, the records it sees are remembered for a few seconds. */
@Component
class FindScope {

    private static final Set<String> OUTSIDERS = Set.of(Sensitivity.PUBLIC.wire());

    private final Sources sources;
    private final SourceStore store;
    private final AccessSql access;
    private final AccessChecks checks;
    private final NewlySeen newly;
    private final Clearances clearances;
    private final Clock clock;
    private final Cache<Who, Reached> reached = Caffeine.newBuilder()
            .maximumWeight(4_000_000)
            .weigher((Who _, Reached seen) -> seen.ids().size() + 100)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    FindScope(
            Sources sources,
            SourceStore store,
            AccessSql access,
            AccessChecks checks,
            NewlySeen newly,
            Clearances clearances,
            Clock clock) {
        this.sources = sources;
        this.store = store;
        this.access = access;
        this.checks = checks;
        this.newly = newly;
        this.clearances = clearances;
        this.clock = clock;
    }

    private record Who(TenantId tenant, @Nullable PersonId person, Role role, String type) {}

    private record Reached(Set<UUID> ids, long nanos) {}

    ChunkScope of(Question question) {
        var actor = ActorScope.current();
        var open = new HashSet<String>();
        var some = new HashMap<String, Set<UUID>>();
        var hidden = new HashMap<String, Set<String>>();
        for (var type : sources.types()) {
            boolean wanted =
                    question.sourceTypes().isEmpty() || question.sourceTypes().contains(type.name());
            var masked = access.hidden(type);
            // Titles stand over every chunk.
            if (!wanted
                    || masked.contains(type.titleField())
                    || !Permissions.allows(actor, Operation.READ, type.name())) {
                continue;
            }
            if (!masked.isEmpty()) {
                hidden.put(type.name(), masked);
            }
            if (access.seesAll(type)) {
                open.add(type.name());
            } else {
                some.put(type.name(), seen(type));
            }
        }
        return new ChunkScope(
                actor.tenant(),
                open,
                some,
                hidden,
                question.asOutsider() ? OUTSIDERS : levels(),
                question.categories(),
                question.product(),
                question.segment(),
                question.language(),
                question.anyStatus() ? null : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private Set<String> levels() {
        var levels = new HashSet<>(Set.of(ChunkScope.RECORD));
        clearances.own().included().forEach(level -> levels.add(level.wire()));
        return levels;
    }

    /** What is remembered and what has changed since; where the actor reaches few, these are asked for each time. */
    private Set<UUID> seen(Descriptor type) {
        var few = checks.few(type);
        if (few.isPresent()) {
            return Set.copyOf(few.get());
        }
        var actor = ActorScope.current();
        var who = new Who(actor.tenant(), actor.rightsOf(), actor.role(), type.name());
        var known = reached.getIfPresent(who);
        if (known == null) {
            long now = System.nanoTime();
            known = new Reached(store.seen(type), now);
            reached.put(who, known);
        }
        var since = newly.since(actor.tenant(), type.name(), known.nanos());
        if (since.isEmpty()) {
            return known.ids();
        }
        var all = new HashSet<>(known.ids());
        all.removeAll(since);
        all.addAll(checks.seen(type, since));
        return all;
    }

    /** Something that was found turned out not to be seen any more. */
    void forget() {
        var actor = ActorScope.current();
        reached.asMap()
                .keySet()
                .removeIf(who -> who.tenant().equals(actor.tenant()) && Objects.equals(who.person(), actor.rightsOf()));
    }
}
