package dev.windrose.intake;

import dev.windrose.intake.reading.AddedFields;
import dev.windrose.intake.reading.AddedFields.Added;
import dev.windrose.intake.reading.AddedFields.Kind;
import dev.windrose.intake.reading.CanonicalFields;
import dev.windrose.records.ChoiceOption;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.access.Masks;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The fields that the workspace has added, as far as a message can fill them and the actor in scope gets to see them. */
@Component
class FindAddedFields {

    private static final int MOST = 40;

    private final Descriptors descriptors;
    private final Masks masks;

    FindAddedFields(Descriptors descriptors, Masks masks) {
        this.descriptors = descriptors;
        this.masks = masks;
    }

    AddedFields all() {
        var found = new HashMap<String, List<Added>>();
        for (var entity : CanonicalFields.entities()) {
            var fields = descriptors.find(entity).map(this::of).orElse(List.of());
            if (!fields.isEmpty()) {
                found.put(entity, fields);
            }
        }
        return found.isEmpty() ? AddedFields.NONE : new AddedFields(found);
    }

    private List<Added> of(Descriptor type) {
        var hidden = masks.of(type);
        return type.fields().values().stream()
                .filter(field -> field.custom() != null && !field.derived() && !field.readOnly())
                .filter(field -> !hidden.contains(field.name()))
                .flatMap(field -> added(field).stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<Added> added(FieldDescriptor field) {
        return kind(field.kind())
                .map(kind -> new Added(
                        field.name(),
                        field.label(),
                        kind,
                        field.choices().stream().map(ChoiceOption::value).toList()));
    }

    private static Optional<Kind> kind(FieldKind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT, URL -> Optional.of(Kind.TEXT);
            case INTEGER, NUMBER -> Optional.of(Kind.NUMBER);
            case MONEY -> Optional.of(Kind.MONEY);
            case DATE -> Optional.of(Kind.DATE);
            case CHOICE -> Optional.of(Kind.CHOICE);
            case BOOLEAN -> Optional.of(Kind.FLAG);
            case EMAIL -> Optional.of(Kind.MAIL);
            case PHONE -> Optional.of(Kind.PHONE);
            case INSTANT, MULTI_CHOICE, REFERENCE, REFERENCES, COUNTRY, JSON, PERSON, SCORE -> Optional.empty();
        };
    }
}
