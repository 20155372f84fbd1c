package dev.windrose.journeys.engine.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paths of channels with how often they ended in a conversion, what that was worth, and how often they did not. Equal paths are one. */
public final class Paths {

    private final List<String> channels = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Key, Path> paths = new LinkedHashMap<>();

    private record Key(int[] channels) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key(int[] others) && Arrays.equals(channels, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(channels);
        }
    }

    /** @param channels numbers of the channels, the first touch first */
    public record Path(int[] channels, double conversions, double value, double nulls) {

        Path plus(double moreConversions, double moreValue, double moreNulls) {
            return new Path(channels, conversions + moreConversions, value + moreValue, nulls + moreNulls);
        }
    }

    public int channel(String name) {
        return numbers.computeIfAbsent(name, added -> {
            channels.add(added);
            return channels.size() - 1;
        });
    }

    /** Adds a path; one without any touch has nobody to give credit to and is left out. */
    public Paths add(List<String> touches, double conversions, double value, double nulls) {
        if (!touches.isEmpty()) {
            add(touches.stream().mapToInt(this::channel).toArray(), conversions, value, nulls);
        }
        return this;
    }

    public void add(int[] touches, double conversions, double value, double nulls) {
        var key = new Key(touches);
        paths.put(key, paths.getOrDefault(key, new Path(touches, 0, 0, 0)).plus(conversions, value, nulls));
    }

    public List<String> channels() {
        return List.copyOf(channels);
    }

    public List<Path> all() {
        return List.copyOf(paths.values());
    }

    public boolean isEmpty() {
        return paths.isEmpty();
    }
}
