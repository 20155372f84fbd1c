package dev.windrose.records.custom;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was changed in the schema, and taking it back. Checks no permissions. */
@Component
public class SchemaChanges {

    private final SchemaChangeStore store;
    private final DefinitionStore definitions;
    private final Descriptors descriptors;
    private final CustomFields fields;
    private final CustomTypes types;

    SchemaChanges(
            SchemaChangeStore store,
            DefinitionStore definitions,
            Descriptors descriptors,
            CustomFields fields,
            CustomTypes types) {
        this.store = store;
        this.definitions = definitions;
        this.descriptors = descriptors;
        this.fields = fields;
        this.types = types;
    }

    /** The newest first; one more than the limit where there are more. */
    @Transactional(readOnly = true)
    public List<SchemaChange> list(@Nullable UUID before, int limit) {
        return store.list(before, limit + 1);
    }

    @Transactional
    public SchemaAnswer rollBack(UUID id) {
        definitions.lock();
        descriptors.hold();
        var change =
                store.find(id).orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such change."));
        if (change.rolledBackBy() != null) {
            throw new AppException(CommonError.CONFLICT, "This change has been rolled back already.");
        }
        return change.subject().equals("field") ? fields.rollBack(change) : types.rollBack(change);
    }
}
