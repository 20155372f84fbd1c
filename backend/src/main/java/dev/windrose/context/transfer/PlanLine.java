package dev.windrose.context.transfer;

import dev.windrose.platform.id.Ids;
import dev.windrose.records.RecordData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file while it is planned. */
final class PlanLine {

    final int position;
    final EntryFile file;
    /** With ids in the place of names. */
    final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    final List<String> notes = new ArrayList<>();
    private final UUID fresh = Ids.next();

    /** The entry that this is another version of. */
    @Nullable
    RecordData existing;

    @Nullable
    String reason;

    @Nullable
    Integer at;

    PlanLine(Incoming incoming) {
        this.position = incoming.position();
        this.file = incoming.file();
    }

    UUID id() {
        var there = existing;
        return there == null ? fresh : there.id();
    }

    boolean refused() {
        return reason != null;
    }

    /** The first reason counts. */
    void refuse(@Nullable String field, String why) {
        if (reason == null) {
            reason = why;
            at = file.line(field);
        }
    }

    /** The named one in the details is meant, as far as a sentence begins with its name. */
    void refuseDetails(String why) {
        var named = file.lines().keySet().stream()
                .filter(field -> field.startsWith("details."))
                .filter(field -> why.startsWith(field.substring("details.".length())))
                .findFirst();
        refuse(named.orElse(EntryFields.DETAILS), why);
    }

    String text(String field) {
        return values.get(field) instanceof Object value ? value.toString() : "";
    }

    boolean is(String field, String value) {
        return value.equals(file.text(field));
    }
}
