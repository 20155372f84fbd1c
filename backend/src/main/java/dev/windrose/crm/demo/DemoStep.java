package dev.windrose.crm.demo;

import java.util.Map;

/**
 * What somebody did to one record on one day.
 *
 * @param key names the record in the files; other records refer to it as {@code @key}
 * @param first creates the record
 * @param day relative to today
 * @param by key of the person
 */
record DemoStep(String type, String key, boolean first, int day, String by, Map<String, Object> fields) {

    /** Of one person, and comments apart: what they are about must be there. */
    boolean together(DemoStep other) {
        return by.equals(other.by) && type.equals("comment") == other.type.equals("comment");
    }
}
