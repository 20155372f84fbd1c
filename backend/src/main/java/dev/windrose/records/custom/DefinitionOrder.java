package dev.windrose.records.custom;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a field that a job makes: the definition that it found, and the one that is to hold. */
record DefinitionOrder(
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        String summary,
        @Nullable UUID rollsBack) {

    static DefinitionOrder of(FieldDefinition before, FieldDefinition after, String summary, @Nullable UUID rollsBack) {
        return new DefinitionOrder(DefinitionJson.of(before), DefinitionJson.of(after), summary, rollsBack);
    }

    FieldDefinition wanted() {
        return DefinitionJson.field(after);
    }

    /** The definition as it was found; refuses where it is another by now. */
    FieldDefinition unchanged(DefinitionStore definitions) {
        var found = DefinitionJson.field(before);
        if (!definitions.field(found.id()).filter(found::equals).isPresent()) {
            throw new AppException(CommonError.CONFLICT, "%s has been changed since.".formatted(wanted().label()));
        }
        return found;
    }
}
