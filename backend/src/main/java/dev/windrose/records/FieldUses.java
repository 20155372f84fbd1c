package dev.windrose.records;

import java.util.List;

/** Says where a field is used, so that whoever removes it knows before. A bean for each kind of place. */
@FunctionalInterface
public interface FieldUses {

    /**
     * A place where a field is used.
     *
     * @param kind view, formula, rollup, mask and so on
     */
    record Use(String kind, String id, String name) {}

    List<Use> of(String type, String field);
}
