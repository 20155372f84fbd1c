package dev.windrose.records;

import java.util.List;
import java.util.Optional;

/**
 * Gives a choice field the values of the workspace in scope in place of the declared ones. Asked when the workspace's types are read; call
 * {@link Descriptors#changed} in the transaction that changes the answer.
 */
@FunctionalInterface
public interface FieldChoices {

    /** Empty for fields that this bean does not know. */
    Optional<List<ChoiceOption>> choices(String type, String field);
}
