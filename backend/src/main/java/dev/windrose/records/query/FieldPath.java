package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.access.AccessSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of a record, or of a record that it refers to: {@code company_id.industry_vertical}.
 *
 * @param hops the references to follow, at most two
 */
record FieldPath(List<Hop> hops, Descriptor type, FieldDescriptor field) {

    private static final int FARTHEST = 2;

    /** A reference and the type it leads to. */
    record Hop(FieldDescriptor reference, Descriptor target) {}

    /** @throws AppException naming the step that does not exist */
    static FieldPath of(Descriptors descriptors, Descriptor root, String text) {
        var steps = List.of(text.split("\\.", -1));
        var hops = new ArrayList<Hop>();
        var type = root;
        for (String step : steps.subList(0, steps.size() - 1)) {
            var reference = field(type, step, text);
            var target = reference.kind() == FieldKind.REFERENCE
                            && reference.stored()
                            && (reference.custom() == null || reference.filter())
                    ? descriptors.find(String.valueOf(reference.ref()))
                    : Optional.<Descriptor>empty();
            if (target.isEmpty() || hops.size() == FARTHEST) {
                throw new AppException(
                        CommonError.UNKNOWN_FIELD,
                        "\"%s\" cannot be followed: a path goes over one or two links to another record."
                                .formatted(text),
                        text);
            }
            hops.add(new Hop(reference, target.get()));
            type = target.get();
        }
        return new FieldPath(List.copyOf(hops), type, field(type, steps.getLast(), text));
    }

    /** @throws AppException UNKNOWN_FILTER where the actor does not see one of the fields: what is found by it would tell it */
    FieldPath seen(AccessSql access, Descriptor root) {
        var from = root;
        for (var hop : hops) {
            access.requireSeen(from, hop.reference());
            from = hop.target();
        }
        access.requireSeen(from, field);
        return this;
    }

    /** Whether the actor does not see one of the fields. */
    boolean hides(AccessSql access, Descriptor root) {
        var from = root;
        for (var hop : hops) {
            if (access.hidden(from).contains(hop.reference().name())) {
                return true;
            }
            from = hop.target();
        }
        return access.hidden(from).contains(field.name());
    }

    /** The type whose reference is followed at a hop. */
    Descriptor from(int hop, Descriptor root) {
        return hop == 0 ? root : hops.get(hop - 1).target();
    }

    boolean direct() {
        return hops.isEmpty();
    }

    private static FieldDescriptor field(Descriptor type, String name, String path) {
        return type.field(name)
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FIELD, "%s has no field \"%s\".".formatted(type.label(), name), path));
    }
}
