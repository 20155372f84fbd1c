package dev.windrose.records.change;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.id.ChangeSetId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who set a field, when and from which evidence, as it is kept beside the row. */
final class Stamps {

    private Stamps() {}

    static Map<String, Object> of(Actor actor, Instant at, ChangeSetId changeSet, @Nullable Evidence evidence) {
        var stamp = new LinkedHashMap<String, Object>();
        stamp.put("by", actor.name());
        if (actor.person() != null) {
            stamp.put("person_id", actor.person().toString());
        }
        stamp.put("kind", actor.kind().name().toLowerCase(Locale.ROOT));
        stamp.put("at", at.toString());
        stamp.put("change_set_id", changeSet.toString());
        if (evidence != null) {
            stamp.put("evidence", evidence.json());
        }
        return stamp;
    }

    static boolean byPerson(@Nullable Object stamp) {
        return stamp instanceof Map<?, ?> map
                && ActorKind.PERSON.name().toLowerCase(Locale.ROOT).equals(map.get("kind"));
    }
}
