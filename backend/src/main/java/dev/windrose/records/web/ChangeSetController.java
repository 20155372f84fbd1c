package dev.windrose.records.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.ChangeSetQuery;
import dev.windrose.records.change.ChangeSetStatus;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Change sets: what was done, what waits, and undo. */
@RestController
@RequestMapping("/api/v1/change-sets")
class ChangeSetController {

    private static final String SUBJECT = "changeset";
    /** Pages read on while there is nothing on them that the caller may see. */
    private static final int ROUNDS = 20;

    private final Changes changes;
    private final Decisions decisions;
    private final ChangeSetJson show;

    ChangeSetController(Changes changes, Decisions decisions, ChangeSetJson show) {
        this.show = show;
        this.changes = changes;
        this.decisions = decisions;
    }

    record Choice(@Nullable Set<UUID> operations) {}

    /** @param operations those to refuse; null for all that wait */
    record Refusal(@Nullable String reason, @Nullable Set<UUID> operations) {}

    @GetMapping
    Map<String, @Nullable Object> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(name = "record_id", required = false) @Nullable UUID record,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        Permissions.require(Operation.READ, SUBJECT);
        int most = Math.clamp(limit, 1, 200);
        var wanted = status(status);
        var before = cursor == null ? null : new ChangeSetId(cursor);
        List<Map<String, @Nullable Object>> data = List.of();
        boolean more = true;
        for (int round = 0; data.isEmpty() && more && round < ROUNDS; round++) {
            var sets = changes.list(new ChangeSetQuery(wanted, record, before, most));
            var page = sets.stream().limit(most).toList();
            data = show.of(page);
            more = sets.size() > most;
            before = page.isEmpty() ? before : page.getLast().id();
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("data", data);
        json.put("next_cursor", more && before != null ? before.toString() : null);
        return json;
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        Permissions.require(Operation.READ, SUBJECT);
        return show.of(changes.get(new ChangeSetId(id)));
    }

    @PostMapping("/{id}/apply")
    Map<String, @Nullable Object> apply(@PathVariable UUID id, @RequestBody(required = false) @Nullable Choice choice) {
        return decided(
                id,
                decisions -> decisions.apply(
                        new ChangeSetId(id),
                        choice == null || choice.operations() == null ? Set.of() : choice.operations()));
    }

    @PostMapping("/{id}/refuse")
    Map<String, @Nullable Object> refuse(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Refusal refusal) {
        return decided(
                id,
                decisions -> decisions.refuse(
                        new ChangeSetId(id),
                        refusal == null || refusal.operations() == null ? Set.of() : refusal.operations(),
                        refusal == null ? null : refusal.reason()));
    }

    /** Answers the change set that did the undoing. */
    @PostMapping("/{id}/undo")
    Map<String, @Nullable Object> undo(@PathVariable UUID id) {
        return decided(id, decisions -> decisions.undo(new ChangeSetId(id)));
    }

    private Map<String, @Nullable Object> decided(UUID id, Function<Decisions, ChangeSet> decision) {
        Permissions.require(Operation.DECIDE, SUBJECT);
        show.of(changes.get(new ChangeSetId(id)));
        return show.ofDecided(decision.apply(decisions));
    }

    private static @Nullable ChangeSetStatus status(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return List.of(ChangeSetStatus.values()).stream()
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        CommonError.BAD_VALUE, "\"%s\" is no status of a change set.".formatted(text), "status"));
    }
}
