package dev.windrose.context.web;

import dev.windrose.context.use.Outdated;
import dev.windrose.context.use.OutdatedUses;
import dev.windrose.context.use.SettleUses;
import dev.windrose.context.use.Use;
import dev.windrose.context.use.UseCounts;
import dev.windrose.context.use.UsedIn;
import dev.windrose.context.use.Uses;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where entries are used, and what is out with words that no longer hold. */
@RestController
class UseController {

    private final Uses uses;
    private final OutdatedUses outdated;
    private final SettleUses settle;
    private final Records records;

    UseController(Uses uses, OutdatedUses outdated, SettleUses settle, Records records) {
        this.uses = uses;
        this.outdated = outdated;
        this.settle = settle;
        this.records = records;
    }

    record NewUse(
            @Nullable UUID entryId,
            @Nullable Long version,
            @Nullable String kind,
            @Nullable String recordType,
            @Nullable UUID recordId,
            @Nullable String label,
            @Nullable String url,
            @Nullable UUID companyId,
            @Nullable LocalDate on) {}

    record Listed(List<Use> data, UseCounts counts, String howUseIsCounted) {}

    record EntryView(
            UUID id,
            String title,
            long version,
            @Nullable Object kind,
            @Nullable Object treeId) {}

    record OutdatedView(
            Use use,
            EntryView entry,
            String reason,
            String why,
            String oldText,
            @Nullable String newText,
            @Nullable EntryView replacement) {}

    record OutdatedList(List<OutdatedView> data) {}

    record Settlement(@Nullable String as, @Nullable String why) {}

    /** @param entry null where it is not there any more */
    record SettledView(
            Use use,
            @Nullable EntryView entry,
            String as,
            @Nullable String why,
            @Nullable UUID by,
            Instant at) {}

    record SettledList(List<SettledView> data) {}

    @GetMapping("/api/v1/context/uses")
    Listed list(@RequestParam UUID entry) {
        var found = uses.of(entry);
        return new Listed(found, uses.counts(List.of(entry)).getOrDefault(entry, UseCounts.NONE), UseCounts.HOW);
    }

    @PostMapping("/api/v1/context/uses")
    @ResponseStatus(HttpStatus.CREATED)
    Use record(@RequestBody NewUse body) {
        if (body.entryId() == null) {
            throw new AppException(CommonError.REQUIRED, "Name the entry that was used.", "entry_id");
        }
        if (body.kind() == null || body.kind().isBlank() || body.kind().length() > 50) {
            throw new AppException(
                    CommonError.REQUIRED, "Say in what it was used, for example email, page or deck.", "kind");
        }
        return uses.record(body.entryId(), body.version(), place(body, body.kind()), body.companyId(), body.on());
    }

    private static UsedIn place(NewUse body, String kind) {
        if (body.recordType() != null && body.recordId() != null) {
            return UsedIn.record(kind, body.recordType(), body.recordId(), body.label() == null ? "" : body.label());
        }
        if (body.label() == null || body.label().isBlank() || body.label().length() > 500) {
            throw new AppException(
                    CommonError.REQUIRED,
                    "Name the record that used it, or give a label of up to 500 characters.",
                    "label");
        }
        if (body.url() != null && !body.url().matches("(?i)https?://\\S{1,1990}")) {
            throw new AppException(CommonError.BAD_VALUE, "An address begins with https:// or http://.", "url");
        }
        return UsedIn.outside(kind, body.label().strip(), body.url());
    }

    @PostMapping("/api/v1/context/uses/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID id) {
        uses.close(id);
    }

    @GetMapping("/api/v1/context/outdated")
    OutdatedList outdated() {
        return new OutdatedList(outdated.all().stream().map(UseController::view).toList());
    }

    /** What was decided about such uses, the latest first. */
    @GetMapping("/api/v1/context/outdated/settled")
    SettledList settled() {
        var found = settle.all();
        var entries = records.byIds(
                "context_entry", found.stream().map(one -> one.use().entry()).collect(Collectors.toSet()));
        return new SettledList(found.stream()
                .map(one -> {
                    var of = entries.get(one.use().entry());
                    return new SettledView(
                            one.use(), of == null ? null : entry(of), one.as(), one.why(), one.by(), one.at());
                })
                .toList());
    }

    @PostMapping("/api/v1/context/uses/{id}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable UUID id, @RequestBody Settlement body) {
        settle.settle(id, body.as(), body.why());
    }

    @PostMapping("/api/v1/context/uses/{id}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable UUID id) {
        settle.reopen(id);
    }

    private static OutdatedView view(Outdated found) {
        return new OutdatedView(
                found.use(),
                entry(found.entry()),
                found.reason(),
                found.why(),
                found.oldText(),
                found.newText(),
                found.replacement() == null ? null : entry(found.replacement()));
    }

    private static EntryView entry(dev.windrose.records.RecordData entry) {
        return new EntryView(entry.id(), entry.title(), entry.version(), entry.value("kind"), entry.value("tree_id"));
    }
}
