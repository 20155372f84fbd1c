package dev.windrose.context.entry;

import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import dev.windrose.records.access.RowLimit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody reads an entry above the highest sensitivity they may read. */
@Component
class LimitBySensitivity implements RowLimit {

    private final Clearances clearances;

    LimitBySensitivity(Clearances clearances) {
        this.clearances = clearances;
    }

    @Override
    public String type() {
        return ContextEntry.TYPE;
    }

    @Override
    public String reads(@Nullable PersonId person, Role role, String alias) {
        var highest = clearances.of(person, role);
        return highest == Sensitivity.CONFIDENTIAL
                ? "true"
                : highest.included().stream()
                        .map(one -> "'%s'".formatted(one.wire()))
                        .collect(Collectors.joining(", ", alias + ".sensitivity in (", ")"));
    }

    @Override
    public boolean reads(@Nullable PersonId person, Role role, Map<String, ? extends @Nullable Object> values) {
        var highest = clearances.of(person, role);
        return highest == Sensitivity.CONFIDENTIAL
                || Sensitivity.of(String.valueOf(values.get("sensitivity")))
                        .filter(highest::includes)
                        .isPresent();
    }

    @Override
    public boolean hidesAny(@Nullable PersonId person, Role role) {
        return clearances.hidesAny(clearances.of(person, role));
    }

    @Override
    public String reason(UUID person, Role role) {
        return "Reads up to %s, and this entry is above."
                .formatted(clearances.of(new PersonId(person), role).wire());
    }
}
