package dev.windrose.intake;

import dev.windrose.intake.names.ScoredName;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds records by what somebody has typed of their name so far, also when it is misspelt. */
@Component
public class FindRecords {

    private static final int MOST = 50;
    private static final int FARTHEST = 20_000;

    private final Gazetteer gazetteer;
    private final SeenNames seen;

    FindRecords(Gazetteer gazetteer, SeenNames seen) {
        this.gazetteer = gazetteer;
        this.seen = seen;
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
        int wanted = Math.clamp(limit, 1, MOST);
        return (seen.all()
                        ? gazetteer.current().names().search(typed, allowed, wanted)
                        : amongSeen(typed, allowed, wanted))
                .stream().map(this::match).toList();
    }

    /** Looks further down the list until enough is found that the actor may know. */
    private List<ScoredName> amongSeen(String typed, List<String> types, int wanted) {
        var known = new ArrayList<ScoredName>();
        int most = wanted * 8;
        while (true) {
            var found = gazetteer.current().names().search(typed, types, most);
            known.clear();
            for (String type : types) {
                var ofType =
                        found.stream().filter(name -> name.entry().is(type)).toList();
                var ids = seen.of(
                        type,
                        ofType.stream()
                                .map(name -> UUID.fromString(name.entry().id()))
                                .toList());
                ofType.stream()
                        .filter(name ->
                                ids.contains(UUID.fromString(name.entry().id())))
                        .forEach(known::add);
            }
            if (known.size() >= wanted || found.size() < most || most > FARTHEST) {
                return known.stream()
                        .sorted(Comparator.comparingDouble(ScoredName::score).reversed())
                        .limit(wanted)
                        .toList();
            }
            most *= 8;
        }
    }

    private Match match(ScoredName found) {
        var entry = found.entry();
        var subtitle = gazetteer
                .current()
                .row(entry.type(), entry.id())
                .filter(_ -> seen.plain(entry.type()))
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
