package dev.windrose.records.custom;

import dev.windrose.records.ChoiceOption;
import dev.windrose.records.CustomField;
import dev.windrose.records.CustomType;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldChoices;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.TypeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lays what a workspace has added over the built-in types. */
@Component
class OverlayTypes {

    private final ObjectProvider<FieldChoices> choices;

    OverlayTypes(ObjectProvider<FieldChoices> choices) {
        this.choices = choices;
    }

    TypeSet over(TypeSet builtIn, List<FieldDefinition> fields, List<EntityDefinition> entities) {
        Map<String, List<FieldDefinition>> byType = fields.stream()
                .filter(field -> !field.removed())
                .collect(Collectors.groupingBy(FieldDefinition::recordType));
        var own = entities.stream().filter(entity -> !entity.removed()).map(OverlayTypes::type);
        return new TypeSet(Stream.concat(builtIn.all().stream(), own)
                .map(type -> with(type, byType.getOrDefault(type.name(), List.of())))
                .toList());
    }

    static Descriptor type(EntityDefinition entity) {
        return CustomType.of(
                entity.id(),
                entity.name(),
                entity.plural(),
                entity.label(),
                entity.labelPlural(),
                entity.icon(),
                entity.titleLabel());
    }

    private Descriptor with(Descriptor type, List<FieldDefinition> added) {
        var fields = new LinkedHashMap<String, FieldDescriptor>(type.fields());
        fields.replaceAll((_, field) -> field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.MULTI_CHOICE
                ? withChoices(type, field, added)
                : field);
        for (var definition : added) {
            if (!definition.addsChoices()) {
                fields.put(definition.name(), descriptor(definition));
            }
        }
        return fields.equals(type.fields()) ? type : type.with(List.copyOf(fields.values()));
    }

    private FieldDescriptor withChoices(Descriptor type, FieldDescriptor field, List<FieldDefinition> added) {
        Optional<List<ChoiceOption>> given = choices.orderedStream()
                .flatMap(bean -> bean.choices(type.name(), field.name()).stream())
                .findFirst();
        var all = new ArrayList<>(given.orElse(field.choices()));
        added.stream()
                .filter(definition ->
                        definition.addsChoices() && definition.name().equals(field.name()))
                .flatMap(definition -> definition.choices().stream())
                .filter(choice -> all.stream().noneMatch(one -> one.value().equals(choice.value())))
                .forEach(all::add);
        return all.equals(field.choices()) ? field : field.withChoices(List.copyOf(all));
    }

    static FieldDescriptor descriptor(FieldDefinition field) {
        var kind = field.kind() == null ? FieldKind.TEXT : field.kind();
        return new FieldDescriptor(
                field.name(),
                field.label(),
                kind,
                field.required(),
                field.derived(),
                field.filter(),
                field.sort(),
                kind.isText(),
                kind.longest(),
                field.choices(),
                kind == FieldKind.PERSON ? "person" : field.ref(),
                null,
                "CUSTOM_FIELD",
                false,
                null,
                true,
                field.help(),
                field.list(),
                field.section(),
                new CustomField(
                        field.id(),
                        field.unique(),
                        field.defaultValue(),
                        field.validation(),
                        field.formula(),
                        field.rollup()));
    }
}
