package dev.windrose.records.web;

import dev.windrose.platform.Permissions;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.OperationStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Writes what a controller of another module drafts, by the conventions of all writes: {@code dry_run}, {@code If-Match}, {@code Idempotency-Key}. The
 * answer holds the change set.
 */
@Component
public class WriteChanges {

    private final Changes changes;
    private final AnswerOnce once;
    private final ChangeSetJson show;

    WriteChanges(Changes changes, AnswerOnce once, ChangeSetJson show) {
        this.changes = changes;
        this.once = once;
        this.show = show;
    }

    /** Makes the draft anew for each try, from what is there then. */
    public interface Drafts {

        /** @param seen the version that the caller has seen, where it says so */
        ChangeDraft of(@Nullable Long seen);
    }

    /** Asks for the permission of each operation. */
    public ResponseEntity<Map<String, @Nullable Object>> answer(
            HttpServletRequest request, Object body, Drafts drafts) {
        var options = WriteOptions.of(request);
        if (options.dryRun()) {
            var preview = changes.preview(permitted(drafts.of(options.ifMatch())));
            return new Answer(200, Map.of("dry_run", true, "change_set", show.of(preview))).entity();
        }
        String named = request.getMethod() + " " + request.getRequestURI();
        return once.to(options.idempotencyKey(), named, body, () -> {
                    var set = changes.apply(permitted(drafts.of(options.ifMatch())));
                    boolean nothing = set.operations().isEmpty();
                    var json = new LinkedHashMap<String, @Nullable Object>();
                    json.put("change_set_id", nothing ? null : set.id().toString());
                    if (set.operations().stream().anyMatch(one -> one.status() == OperationStatus.WAITING)) {
                        json.put("waits_for_decision", true);
                    }
                    json.put("change_set", nothing ? null : show.of(set));
                    return new Answer(200, json);
                })
                .entity();
    }

    private static ChangeDraft permitted(ChangeDraft draft) {
        draft.operations()
                .forEach(operation -> Permissions.require(operation.op().permission(), operation.type()));
        return draft;
    }
}
