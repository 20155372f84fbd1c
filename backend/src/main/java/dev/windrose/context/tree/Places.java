package dev.windrose.context.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Positions of nodes under one parent. They lie apart, so that most moves change the node alone. */
final class Places {

    /** A node in its place, without a position where it is new there. */
    record Place(UUID id, @Nullable Integer position) {}

    private Places() {}

    /** The positions to write so that they follow the order: few where there is room between, else all. */
    static Map<UUID, Integer> of(List<Place> order) {
        var places = spread(order);
        if (places == null) {
            places = new LinkedHashMap<>();
            for (int i = 0; i < order.size(); i++) {
                int position = (i + 1) * StoredNode.STEP;
                if (!Integer.valueOf(position).equals(order.get(i).position())) {
                    places.put(order.get(i).id(), position);
                }
            }
        }
        return places;
    }

    private static @Nullable Map<UUID, Integer> spread(List<Place> order) {
        var places = new LinkedHashMap<UUID, Integer>();
        var waiting = new ArrayList<UUID>();
        long last = 0;
        for (var place : order) {
            var position = place.position();
            if (position == null) {
                waiting.add(place.id());
                continue;
            }
            if (position <= last || !fill(places, waiting, last, position)) {
                return null;
            }
            last = position;
        }
        long end = last + (waiting.size() + 1L) * StoredNode.STEP;
        return end < Integer.MAX_VALUE && fill(places, waiting, last, end) ? places : null;
    }

    private static boolean fill(Map<UUID, Integer> places, List<UUID> waiting, long after, long before) {
        long step = (before - after) / (waiting.size() + 1);
        if (step == 0) {
            return waiting.isEmpty();
        }
        for (int i = 0; i < waiting.size(); i++) {
            places.put(waiting.get(i), (int) (after + (i + 1) * step));
        }
        waiting.clear();
        return true;
    }
}
