package dev.windrose.records.change;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Names records that a write will lead to besides its own, by type. They are locked with them, in one order. */
public interface AlsoLock {

    Map<String, Set<UUID>> of(ChangeDraft draft);
}
