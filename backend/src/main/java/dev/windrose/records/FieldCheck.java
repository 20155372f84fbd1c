package dev.windrose.records;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the conditions that custom fields demand of a record. */
public interface FieldCheck {

    /**
     * What a condition would mean for the records there are.
     *
     * @param failing records that would be refused
     * @param looked how many were looked at; the newest where there are more
     */
    record Failing(long failing, long looked) {}

    /** @throws AppException naming the field "validation", for a condition that cannot be read or names what is not there */
    void requireSound(Descriptor type, CustomField.Validation validation);

    /**
     * A condition without an answer, as after a division by zero, does not hold. One that can no longer be read keeps nobody from writing: the
     * schema refuses changes that would lead there.
     *
     * @param values of the record about to be written, in the Java types of the kinds, without empty ones
     * @return why the record cannot be written so; null where it can
     */
    @Nullable
    String problem(Descriptor type, FieldDescriptor field, Map<String, Object> values);

    /** @param type with the field in its new form */
    Failing failing(Descriptor type, FieldDescriptor field);

    /** Labels of other fields whose condition reads the field, or could no longer be read with what it is now. */
    List<String> broken(Descriptor type, String field, boolean removed);
}
