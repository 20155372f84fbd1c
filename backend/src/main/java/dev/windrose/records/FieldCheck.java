package dev.windrose.records;

import dev.windrose.platform.error.AppException;
import java.util.Map;

/** Evaluates the conditions that custom fields demand of a record. */
public interface FieldCheck {

    /** @throws AppException naming the field "validation", for a condition that cannot be read or names what is not there */
    void requireSound(Descriptor type, CustomField.Validation validation);

    /** @param values of the record about to be written, in the Java types of the kinds, without empty ones */
    boolean accepts(Descriptor type, CustomField.Validation validation, Map<String, Object> values);
}
