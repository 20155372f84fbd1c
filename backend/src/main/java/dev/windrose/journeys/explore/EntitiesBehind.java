package dev.windrose.journeys.explore;

import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.JourneyAnswer;
import dev.windrose.journeys.engine.JourneyQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is behind a figure. */
@Component
public class EntitiesBehind {

    private final SeenJourneys journeys;
    private final NamedEntityStore names;

    EntitiesBehind(SeenJourneys journeys, NamedEntityStore names) {
        this.journeys = journeys;
        this.names = names;
    }

    /**
     * @param type of the record; {@code visitor} for somebody whom nobody knows yet
     * @param title null for a visitor, and where the name is hidden
     */
    public record Entity(
            UUID id,
            String type,
            @Nullable String title,
            @Nullable String subtitle) {}

    /** @param all how many there are; the list may hold fewer */
    public record Behind(List<Entity> entities, long all) {}

    /** @param reached whether all count who got to the step, and not only those who went no further */
    @Transactional(readOnly = true)
    public Behind step(JourneyQuery.Funnel funnel, int step, boolean reached, int most) {
        var ids = new ArrayList<UUID>();
        var engine = journeys.over(funnel);
        long all = 0;
        int last = reached ? funnel.steps().size() : step;
        for (int level = step; level <= last; level++) {
            var listed = (JourneyAnswer.DropOffs)
                    engine.answer(new JourneyQuery.DropOffs(funnel, level, Math.max(1, most - ids.size())));
            if (ids.size() < most) {
                ids.addAll(listed.entities());
            }
            all += listed.all();
        }
        return new Behind(entities(funnel.scope().grain(), ids), all);
    }

    private List<Entity> entities(Grain grain, List<UUID> ids) {
        var known = names.entities(grain, ids);
        return ids.stream()
                .map(id -> {
                    var named = known.get(id);
                    return named == null
                            ? new Entity(id, grain == Grain.PERSON ? "visitor" : type(grain), null, null)
                            : new Entity(id, type(grain), named.title(), named.subtitle());
                })
                .toList();
    }

    private static String type(Grain grain) {
        return switch (grain) {
            case PERSON -> "contact";
            case COMPANY -> "company";
            case DEAL -> "deal";
        };
    }

    /** The names of products by their ids, as far as they are products. */
    @Transactional(readOnly = true)
    public Map<String, String> products(List<String> values) {
        var ids = values.stream()
                .filter(value -> value.length() == 36)
                .map(UUID::fromString)
                .toList();
        var found = new HashMap<String, String>();
        names.products(ids).forEach((id, named) -> {
            if (named.title() != null) {
                found.put(id.toString(), named.title());
            }
        });
        return found;
    }
}
