package dev.windrose.crm.demo;

import java.util.Map;
import java.util.Set;

/**
 * What somebody did to one record on one day.
 *
 * @param key names the record in the files; other records refer to it as {@code @key}
 * @param first creates the record
 * @param day relative to today
 * @param by key of the person
 */
record DemoStep(String type, String key, boolean first, int day, String by, Map<String, Object> fields) {

    private static final Set<String> ABOUT_OTHERS = Set.of("comment", "note");

    /** Of one person; comments and notes apart, because what they are about must be there. */
    boolean together(DemoStep other) {
        return by.equals(other.by) && ABOUT_OTHERS.contains(type) == ABOUT_OTHERS.contains(other.type);
    }
}
