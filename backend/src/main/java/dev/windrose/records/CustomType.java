package dev.windrose.records;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Record types that a workspace has added. Their records are rows of one table; the field {@code name} is their title. */
public final class CustomType {

    public static final String TABLE = "custom_record";
    public static final String TITLE = "name";

    private CustomType() {}

    public static Descriptor of(
            UUID id, String name, String plural, String label, String labelPlural, String icon, String titleLabel) {
        var fields = new ArrayList<FieldDescriptor>();
        fields.add(title(titleLabel));
        fields.addAll(SystemFields.all());
        return new Descriptor(
                name,
                plural,
                TABLE,
                label,
                labelPlural,
                icon,
                TITLE,
                EnumSet.allOf(RecordType.Operation.class),
                Descriptor.byName(fields),
                null,
                id);
    }

    private static FieldDescriptor title(String label) {
        return new FieldDescriptor(
                TITLE,
                label,
                FieldKind.TEXT,
                true,
                false,
                true,
                true,
                true,
                FieldKind.TEXT.longest(),
                List.of(),
                null,
                null,
                "CUSTOM_RECORD",
                false,
                null,
                true,
                "",
                1,
                "",
                null);
    }
}
