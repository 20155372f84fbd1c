package dev.windrose.records;

import dev.windrose.platform.id.TypedId;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes descriptors of annotated Java records and refuses what is declared wrongly. */
final class ReadDescriptor {

    private final Map<Class<?>, String> typeOfId;

    private ReadDescriptor(Map<Class<?>, String> typeOfId) {
        this.typeOfId = typeOfId;
    }

    static List<Descriptor> all(List<Class<?>> types) {
        var reader = new ReadDescriptor(
                types.stream().collect(Collectors.toMap(ReadDescriptor::idOf, type -> annotation(type)
                        .name())));
        var descriptors = types.stream().map(reader::read).toList();
        return descriptors.stream()
                .map(descriptor -> new ResolveComputed(descriptors).in(descriptor))
                .toList();
    }

    private static RecordType annotation(Class<?> type) {
        return type.getAnnotation(RecordType.class);
    }

    private static Class<?> idOf(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component ->
                        component.getName().equals("id") && TypedId.class.isAssignableFrom(component.getType()))
                .map(RecordComponent::getType)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " needs a first component `<Thing>Id id`."));
    }

    private Descriptor read(Class<?> type) {
        var declared = annotation(type);
        String name = declared.name();
        String plural = declared.plural().isEmpty() ? name + "s" : declared.plural();
        var fields = new ArrayList<FieldDescriptor>();
        for (var component : type.getRecordComponents()) {
            if (!SystemFields.UNDECLARED.contains(Names.snake(component.getName()))) {
                fields.add(new ReadField(component, typeOfId)
                        .read(declared.category().isEmpty() ? name : declared.category()));
            }
        }
        var names = fields.stream().map(FieldDescriptor::name).collect(Collectors.toCollection(TreeSet::new));
        SystemFields.all().stream().filter(field -> names.add(field.name())).forEach(fields::add);
        if (!names.contains(declared.title())) {
            throw new IllegalStateException(
                    type + ": the title \"" + declared.title() + "\" is no field. Name one with title = \"...\".");
        }
        var operations = EnumSet.noneOf(RecordType.Operation.class);
        operations.addAll(List.of(declared.operations()));
        return new Descriptor(
                name,
                plural,
                plural,
                orLabel(declared.label(), name),
                orLabel(declared.labelPlural(), plural),
                declared.icon(),
                declared.title(),
                operations,
                Descriptor.byName(fields),
                type,
                null);
    }

    private static String orLabel(String given, String name) {
        return given.isEmpty() ? Names.label(name) : given;
    }
}
