package dev.windrose.records.access;

import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Narrows which records of a type somebody reads, by what the records say, whatever the rules of the workspace allow. Holds for every role, also for
 * shares. A bean per type, offered by the module that owns it.
 */
public interface RowLimit {

    String type();

    /**
     * The condition on one row. Built of literals only.
     *
     * @param person null for whoever acts without being a person of the workspace
     * @return {@code "true"} for whoever reads all
     */
    String reads(@Nullable PersonId person, Role role, String alias);

    /** The same for a record that is not there yet, by its values. */
    boolean reads(@Nullable PersonId person, Role role, Map<String, ? extends @Nullable Object> values);

    /** Whether there are records of the type now that this keeps from them. */
    boolean hidesAny(@Nullable PersonId person, Role role);

    /** Why this one does not read a record that it keeps from them, in a sentence. */
    String reason(UUID person, Role role);
}
