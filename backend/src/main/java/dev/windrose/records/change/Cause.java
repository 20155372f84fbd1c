package dev.windrose.records.change;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What led to a change, and its id there: of the message, the import, the run, the change set undone. */
public record Cause(CauseKind kind, @Nullable String id) {

    /** Somebody typed it into a form or sent it through the API. */
    public static Cause person() {
        return new Cause(CauseKind.PERSON, null);
    }

    public static Cause message(Object id) {
        return new Cause(CauseKind.MESSAGE, id.toString());
    }

    public static Cause importing(Object id) {
        return new Cause(CauseKind.IMPORT, id.toString());
    }

    public static Cause run(Object id) {
        return new Cause(CauseKind.RUN, id.toString());
    }

    public String wire() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
