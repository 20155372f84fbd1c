package dev.windrose.records.derived;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Told after the commit which records besides those that were written have other computed values now, by type. */
@FunctionalInterface
public interface ComputedListener {

    void computed(Map<String, Set<UUID>> records);
}
