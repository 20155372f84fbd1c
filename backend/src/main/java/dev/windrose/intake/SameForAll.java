package dev.windrose.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What all texts that are taken in one transaction are read with, asked for once: who works here, what is sold. */
final class SameForAll {

    private static final ScopedValue<Map<Key<?>, Object>> KEPT = ScopedValue.newInstance();

    private SameForAll() {}

    /** @param <T> what it names */
    record Key<T>(String name) {}

    static void during(Runnable work) {
        ScopedValue.where(KEPT, new HashMap<>()).run(work);
    }

    /** Asked anew where texts come alone. */
    @SuppressWarnings("unchecked")
    static <T> T once(Key<T> key, Supplier<T> ask) {
        if (!KEPT.isBound()) {
            return ask.get();
        }
        var kept = KEPT.get();
        var known = kept.get(key);
        if (known == null) {
            known = ask.get();
            kept.put(key, known);
        }
        return (T) known;
    }
}
