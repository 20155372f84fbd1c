package dev.windrose.platform.cache;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes that could not be told yet. */
final class Uncounted {

    private final Set<String> things = new LinkedHashSet<>();

    synchronized void add(List<String> more) {
        things.addAll(more);
    }

    synchronized List<String> take() {
        var taken = List.copyOf(things);
        things.clear();
        return taken;
    }
}
