package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.expression.Expression;
import dev.windrose.records.expression.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A computed field with what computes it: a formula, a roll-up, or neither where the definition can no longer be read. */
record Definition(
        Descriptor type,
        FieldDescriptor field,
        @Nullable Expression formula,
        @Nullable Rollup rollup,
        @Nullable String broken) {

    /** @param own of the same record */
    record Read(String key, boolean own) {}

    static String key(String type, String field) {
        return type + "." + field;
    }

    String key() {
        return key(type.name(), field.name());
    }

    String told() {
        return "%s: %s".formatted(type.label(), field.label());
    }

    /** The fields it reads, wherever they are. */
    List<Read> reads() {
        var reads = new ArrayList<Read>();
        if (formula != null) {
            for (var path : formula.paths()) {
                formula.holder(path)
                        .ifPresent(holder -> reads.add(new Read(key(holder.name(), path.field()), path.own())));
            }
        }
        if (rollup != null) {
            rollup.reads().forEach(name -> reads.add(new Read(key(rollup.child().name(), name), false)));
        }
        return reads;
    }

    /** Whether it reads the field, or any of the type, or gets to something over it. */
    boolean names(Descriptor other, @Nullable String fieldName) {
        String read = key(other.name(), fieldName == null ? "" : fieldName);
        boolean reads = reads().stream()
                .anyMatch(one -> fieldName == null
                        ? !one.own() && one.key().startsWith(read)
                        : one.key().equals(read));
        boolean over = rollup != null
                && rollup.child().equals(other)
                && (fieldName == null || rollup.via().name().equals(fieldName));
        return reads
                || over
                || formula != null
                        && fieldName != null
                        && formula.paths().stream()
                                .anyMatch(path -> path.references().contains(fieldName));
    }

    /** Fields of the record itself, also the references it follows. */
    Set<String> ownReads() {
        return formula == null
                ? Set.of()
                : formula.paths().stream().map(path -> path.steps().getFirst()).collect(Collectors.toSet());
    }

    /** Paths over one or two references. */
    List<Path> linkedPaths() {
        return formula == null
                ? List.of()
                : formula.paths().stream().filter(path -> !path.own()).toList();
    }
}
