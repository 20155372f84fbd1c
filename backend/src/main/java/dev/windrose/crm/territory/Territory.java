package dev.windrose.crm.territory;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TerritoryId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the market that some of us work. A company belongs to the first territory whose filter it meets. */
@RecordType(name = "territory", plural = "territories", icon = "map", category = "TERRITORY")
public record Territory(
        TerritoryId id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 200)
        String name,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description,

        @Field(filter = true, sort = true, list = 2, help = "Territories are tried in this order") @Nullable
        Integer position,

        @Field(
                major = true,
                help = "A filter of companies as the API takes it; without one companies are assigned by hand")
        @Nullable
        Object filter,

        @Field(major = true, list = 3, ref = "person", category = "TERRITORY_MEMBERS") @Nullable
        List<PersonId> members)
        implements BusinessRecord<TerritoryId> {}
