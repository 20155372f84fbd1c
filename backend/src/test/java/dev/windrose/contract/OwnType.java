package dev.windrose.contract;

import dev.windrose.records.FieldKind;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.RecordWorld;
import java.util.LinkedHashMap;
import java.util.List;

/** A record type that a workspace has added, with a field of every kind. */
final class OwnType {

    static final String NAME = "c_asset";

    private OwnType() {}

    static void define(RecordWorld world) {
        SchemaWorld.type(world, "Asset");
        for (var kind : FieldKind.values()) {
            var more = new LinkedHashMap<String, Object>();
            switch (kind) {
                case CHOICE, MULTI_CHOICE -> more.put("choices", List.of("Red", "Green"));
                case REFERENCE -> more.put("ref", "company");
                case REFERENCES -> more.put("ref", NAME);
                default -> {}
            }
            if (kind != FieldKind.JSON) {
                SchemaWorld.define(world, NAME, "Own " + kind.wire(), kind.wire(), more);
            }
        }
    }
}
