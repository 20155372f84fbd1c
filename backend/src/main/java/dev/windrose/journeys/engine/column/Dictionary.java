package dev.windrose.journeys.engine.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a dimension and their codes. Code 0 means that an event has none. Codes are never given anew. */
public final class Dictionary {

    public static final int NONE = 0;

    private final List<String> values = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();

    public Dictionary() {
        values.add("");
    }

    public static Dictionary of(List<String> values) {
        var dictionary = new Dictionary();
        values.forEach(dictionary::code);
        return dictionary;
    }

    /** The code of a value, a new one if it is new. */
    public synchronized int code(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return NONE;
        }
        return codes.computeIfAbsent(value, added -> {
            values.add(added);
            return values.size() - 1;
        });
    }

    /** The code of a value; below zero where no event has it. */
    public synchronized int find(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return NONE;
        }
        return codes.getOrDefault(value, -1);
    }

    public synchronized String value(int code) {
        return values.get(code);
    }

    /** How many codes there are, the one for "none" included. */
    public synchronized int size() {
        return values.size();
    }

    /** All values in the order of their codes, without the one for "none". */
    public synchronized List<String> values() {
        return List.copyOf(values.subList(1, values.size()));
    }
}
