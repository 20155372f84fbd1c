package dev.windrose.records;

import dev.windrose.platform.error.AppException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes formulas and roll-ups. The schema asks it when a definition is saved. */
public interface DerivedFields {

    /**
     * What a definition amounts to.
     *
     * @param stored false where it depends on the clock: it is then computed when it is read, and lists cannot filter by it
     */
    record Outcome(FieldKind kind, boolean stored) {}

    /**
     * Checks a definition that is about to be saved.
     *
     * @param type with the field in its new form
     * @throws AppException naming "formula" or "rollup": wrong syntax, unknown names, a cycle
     */
    Outcome check(Descriptor type, FieldDescriptor field);

    /** Computes the field for the records there are, within the transaction that saved the definition. */
    void recompute(Descriptor type, FieldDescriptor field);

    /**
     * Works out again what reads a field that was removed, restored or changed, within the transaction that did it. What can no longer be worked
     * out becomes empty and says why.
     *
     * @param field null for all fields of the type
     */
    void follow(Descriptor type, @Nullable String field);

    /** Names of the fields of {@code subject} that the definition of {@code field} reads, also through references. */
    Set<String> reads(Descriptor type, FieldDescriptor field, Descriptor subject);
}
