package dev.windrose.intake;

import dev.windrose.intake.names.ScoredName;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds records by what somebody has typed of their name so far, also when it is misspelt. */
@Component
public class FindRecords {

    private static final int MOST = 50;

    private final Gazetteer gazetteer;

    FindRecords(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    public record Match(
            String type, UUID id, String title, @Nullable String subtitle, double score) {}

    public List<Match> find(String typed, Collection<String> types, int limit) {
        var actor = ActorScope.current();
        var allowed = NameStore.TYPES.stream()
                .filter(type -> types.isEmpty() || types.contains(type))
                .filter(type -> Permissions.allows(actor, Operation.READ, type))
                .toList();
        if (allowed.isEmpty()) {
            return List.of();
        }
        return gazetteer.current().names().search(typed, allowed, Math.clamp(limit, 1, MOST)).stream()
                .map(this::match)
                .toList();
    }

    private Match match(ScoredName found) {
        var entry = found.entry();
        var subtitle = gazetteer
                .current()
                .row(entry.type(), entry.id())
                .map(row -> String.valueOf(row.subtitle()))
                .filter(text -> !text.isBlank() && !text.equals("null"))
                .orElse(null);
        return new Match(
                entry.type(),
                UUID.fromString(entry.id()),
                entry.name(),
                subtitle,
                Math.round(found.score() * 1000) / 1000.0);
    }
}
