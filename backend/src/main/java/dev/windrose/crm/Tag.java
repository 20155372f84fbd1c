package dev.windrose.crm;

import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A word by which records of any type are kept together. */
@RecordType(name = "tag", icon = "tag", category = "TAG")
public record Tag(
        Tag.Id id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 80)
        String name,

        @Field(filter = true, list = 2, label = "Colour") @Nullable
        Tone tone,

        @Field(kind = FieldKind.LONG_TEXT, maxLength = 1000) @Nullable
        String description)
        implements BusinessRecord<Tag.Id> {

    public record Id(UUID value) implements TypedId {}

    /** The colours of badges. */
    public enum Tone {
        NEUTRAL,
        @Choice(tone = "blue")
        BLUE,
        @Choice(tone = "green")
        GREEN,
        @Choice(tone = "amber")
        AMBER,
        @Choice(tone = "red")
        RED,
        @Choice(tone = "teal")
        TEAL
    }
}
