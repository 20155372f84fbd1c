package dev.windrose.records.access;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks of single records whether the actor in scope sees or may change them. */
@Component
public class AccessChecks {

    private final AccessSql sql;
    private final AccessStore store;

    AccessChecks(AccessSql sql, AccessStore store) {
        this.sql = sql;
        this.store = store;
    }

    /** Whether the actor may change whatever record of the type it finds. */
    public boolean unlimited(Descriptor type) {
        return sql.seesAll(type) && sql.writes(type, "t").equals("true");
    }

    /** Of these records those that the actor sees, each with whether it may also change it. */
    @Transactional(readOnly = true)
    public Map<UUID, Boolean> reached(Descriptor type, Collection<UUID> ids) {
        return store.reached(type.table(), ids, sql.reads(type, "t"), sql.writes(type, "t"));
    }

    /** Of these records those that the actor sees; all of them, also such as do not exist, where it sees the whole type. */
    @Transactional(readOnly = true)
    public Set<UUID> seen(Descriptor type, Collection<UUID> ids) {
        return sql.seesAll(type) ? Set.copyOf(ids) : reached(type, ids).keySet();
    }

    /** All records of the type that the actor may see, and perhaps some that are gone; empty where they are many. */
    @Transactional(readOnly = true)
    public Optional<List<UUID>> few(Descriptor type) {
        return sql.seesAll(type) ? Optional.empty() : sql.few(type).map(store::ids);
    }

    /** Of these records those that are there and that the actor does not see. */
    @Transactional(readOnly = true)
    public Set<UUID> unseen(Descriptor type, Collection<UUID> ids) {
        if (sql.seesAll(type) || ids.isEmpty()) {
            return Set.of();
        }
        var there = new HashMap<UUID, Boolean>();
        store.existing(type.table(), ids).forEach(id -> there.put(id, true));
        there.keySet().removeAll(reached(type, ids).keySet());
        return there.keySet();
    }

    /** @throws AppException NOT_FOUND also for one that the actor does not see */
    @Transactional(readOnly = true)
    public void requireSeen(Descriptor type, UUID id) {
        if (reached(type, List.of(id)).isEmpty()) {
            throw missing(type);
        }
    }

    /** @throws AppException NOT_FOUND for one that the actor does not see, NOT_ALLOWED for one it only sees */
    @Transactional(readOnly = true)
    public void requireWritable(Descriptor type, UUID id) {
        var writable = reached(type, List.of(id)).get(id);
        if (writable == null) {
            throw missing(type);
        }
        if (!writable) {
            throw new AppException(CommonError.NOT_ALLOWED, refusal(type));
        }
    }

    public static String refusal(Descriptor type) {
        return "You see this %s, but the rules of the workspace do not let you change it."
                .formatted(type.label().toLowerCase(Locale.ROOT));
    }

    private static AppException missing(Descriptor type) {
        return new AppException(
                CommonError.NOT_FOUND,
                "There is no such %s.".formatted(type.label().toLowerCase(Locale.ROOT)));
    }
}
