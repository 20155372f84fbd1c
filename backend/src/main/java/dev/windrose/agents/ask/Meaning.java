package dev.windrose.agents.ask;

import dev.windrose.records.FieldDescriptor;
import java.util.List;

/** What words of a question stand for in the schema of the workspace. */
sealed interface Meaning {

    record OfType(String type, List<Condition> with) implements Meaning {}

    /** @param path from the type that is asked about */
    record OfField(String path, FieldDescriptor field) implements Meaning {}

    record OfValue(String path, FieldDescriptor field, List<Object> values, String told) implements Meaning {}

    record OfMoment(String path) implements Meaning {}
}
