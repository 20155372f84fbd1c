package dev.windrose.records;

import java.util.List;

/** Turns the path of a computed field ({@code company_id.name}) into an SQL expression over the row. */
final class ResolveComputed {

    private static final String PREFIX = "path:";

    private final List<Descriptor> all;

    ResolveComputed(List<Descriptor> all) {
        this.all = all;
    }

    static String mark(String path) {
        return PREFIX + path;
    }

    Descriptor in(Descriptor type) {
        var fields = type.fields().values().stream()
                .map(field -> resolve(type, field))
                .toList();
        return type.with(fields);
    }

    private FieldDescriptor resolve(Descriptor type, FieldDescriptor field) {
        String path = field.sql();
        if (path == null || !path.startsWith(PREFIX)) {
            return field;
        }
        String[] steps = path.substring(PREFIX.length()).split("\\.");
        String ref = type.field(steps[0]).map(FieldDescriptor::ref).orElse(null);
        var target = all.stream().filter(other -> other.name().equals(ref)).findFirst();
        if (steps.length != 2
                || target.isEmpty()
                || target.get().field(steps[1]).isEmpty()) {
            throw new IllegalStateException(
                    "%s.%s: \"%s\" is no <reference>.<field>.".formatted(type.name(), field.name(), path));
        }
        String sql = "(select r.%s from %s r where r.tenant_id = t.tenant_id and r.id = t.%s{see:%s:r})"
                .formatted(
                        steps[1], target.get().table(), steps[0], target.get().name());
        return new FieldDescriptor(
                field.name(),
                field.label(),
                field.kind(),
                false,
                true,
                false,
                false,
                field.search(),
                0,
                field.choices(),
                field.ref(),
                null,
                field.category(),
                false,
                sql,
                true,
                field.help(),
                field.list(),
                field.section(),
                null);
    }
}
