package dev.windrose.crm;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Write;
import dev.windrose.records.query.Records;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For rules of what belongs to a record of any type, named by {@code record_type} and {@code record_id}: the record must be there. */
@Component
public class RequireSubject {

    private final Records records;
    private final Descriptors descriptors;

    RequireSubject(Records records, Descriptors descriptors) {
        this.records = records;
        this.descriptors = descriptors;
    }

    public void in(Write write) {
        if (!write.changes("record_type") && !write.changes("record_id")) {
            return;
        }
        String type = String.valueOf(write.value("record_type"));
        if (descriptors.find(type).isEmpty()) {
            write.refuse(CommonError.BAD_VALUE, "record_type", "There is no record type \"%s\".".formatted(type));
            return;
        }
        var id = id(write.value("record_id"));
        if (id == null || !records.byIds(type, List.of(id)).containsKey(id)) {
            write.refuse(
                    CommonError.BAD_VALUE,
                    "record_id",
                    "There is no %s with the id %s.".formatted(type.replace('_', ' '), write.value("record_id")));
        }
    }

    private static @Nullable UUID id(@Nullable Object text) {
        try {
            return text == null ? null : UUID.fromString(text.toString());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
