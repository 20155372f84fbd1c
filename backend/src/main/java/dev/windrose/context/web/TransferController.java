package dev.windrose.context.web;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.policy.CompileClause;
import dev.windrose.context.transfer.EditItems;
import dev.windrose.context.transfer.EntrySet;
import dev.windrose.context.transfer.ExportEntries;
import dev.windrose.context.transfer.TransferItem;
import dev.windrose.context.transfer.Transfers;
import dev.windrose.context.transfer.Transfers.Sent;
import dev.windrose.context.transfer.Transfers.Standing;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Entries as Markdown files, out and in, and other material as proposals. What comes in is looked at first and written as one change set. */
@RestController
@RequestMapping("/api/v1/context/transfer")
class TransferController {

    private final Transfers transfers;
    private final EditItems edit;
    private final ExportEntries export;
    private final CompileClause compile;
    private final Workspaces workspaces;
    private final AuditLog audit;

    TransferController(
            Transfers transfers,
            EditItems edit,
            ExportEntries export,
            CompileClause compile,
            Workspaces workspaces,
            AuditLog audit) {
        this.transfers = transfers;
        this.edit = edit;
        this.export = export;
        this.compile = compile;
        this.workspaces = workspaces;
        this.audit = audit;
    }

    record Pasted(@Nullable String name, @Nullable String text) {}

    /** @param status of proposals: draft or live; files say theirs themselves */
    record Wanted(@Nullable String status) {}

    record Options(@Nullable Boolean make) {}

    record Correction(
            @Nullable List<Integer> positions,
            @Nullable Boolean included,
            @Nullable String category,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String body) {}

    @GetMapping("/export")
    void export(@RequestParam(required = false) @Nullable String category, HttpServletResponse response) {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        var wanted = category == null ? null : EntryController.category(category);
        audit.append(AuditEntry.of(
                AuditAction.EXPORT_MADE,
                "Context entries",
                Map.of(
                        "record_type",
                        ContextEntry.TYPE,
                        "format",
                        "zip",
                        "category",
                        category == null ? "all" : category)));
        export.write(wanted, () -> {
            response.setContentType("application/zip");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"context-%s.zip\"".formatted(workspaces.today()));
            return response.getOutputStream();
        });
    }

    /** @param more whether further files follow before they are read */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> begin(
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean more)
            throws IOException {
        return view(transfers.begin(sent(file), more));
    }

    @PostMapping(path = "/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, @Nullable Object> add(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean more)
            throws IOException {
        return view(transfers.add(id, sent(file), more));
    }

    private static List<Sent> sent(@Nullable List<MultipartFile> files) throws IOException {
        if (files == null || files.isEmpty()) {
            throw new AppException(CommonError.REQUIRED, "Send the files as parts called \"file\".", "file");
        }
        var sent = new ArrayList<Sent>();
        for (var file : files) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            boolean fits = file.getSize() <= Transfers.largest();
            sent.add(new Sent(name.isBlank() ? "file" : name, file.getSize(), fits ? file.getBytes() : null));
        }
        return sent;
    }

    @PostMapping("/sets/{set}")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> begin(@PathVariable String set) {
        return view(transfers.begin(EntrySet.of(set)
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_FOUND, "There is no such set. The sets are starter and example."))));
    }

    /** Which sets there are, and by which change set one was taken over. */
    @GetMapping("/sets")
    Map<String, Object> sets() {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        var all = new ArrayList<Map<String, @Nullable Object>>();
        for (var set : EntrySet.values()) {
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("set", set.wire());
            one.put("label", set.label());
            one.put("entries", set.count());
            one.put("change_set_id", transfers.taken(set).map(UUID::toString).orElse(null));
            all.add(one);
        }
        return Map.of("data", all);
    }

    @PostMapping("/pasted")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> paste(@RequestBody Pasted body) {
        return view(transfers.paste(
                Objects.requireNonNullElse(body.name(), ""), Objects.requireNonNullElse(body.text(), "")));
    }

    /** Those that wait for a decision. */
    @GetMapping
    Map<String, Object> waiting() {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        return Map.of("data", transfers.waiting().stream().map(this::view).toList());
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        return view(transfers.get(id));
    }

    @GetMapping("/{id}/items")
    Map<String, Object> items(@PathVariable UUID id) {
        return list(transfers.items(id));
    }

    @GetMapping("/{id}/items/{position}")
    Map<String, @Nullable Object> item(@PathVariable UUID id, @PathVariable int position) {
        return transfers.items(id).stream()
                .filter(item -> item.position() == position)
                .findFirst()
                .map(item -> TransferJson.whole(item, compile))
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such file in it."));
    }

    @PatchMapping("/{id}/items")
    Map<String, Object> correct(@PathVariable UUID id, @RequestBody Correction body) {
        Permissions.require(Operation.CREATE, ContextEntry.TYPE);
        if (body.positions() == null || body.positions().isEmpty()) {
            throw new AppException(CommonError.REQUIRED, "Say which files are meant.", "positions");
        }
        return list(edit.change(
                id,
                body.positions(),
                new EditItems.Edit(body.included(), body.category(), body.kind(), body.title(), body.body())));
    }

    @PatchMapping("/{id}")
    Map<String, @Nullable Object> change(@PathVariable UUID id, @RequestBody Options body) {
        Permissions.require(Operation.CREATE, ContextEntry.TYPE);
        if (body.make() != null) {
            edit.make(id, body.make());
        }
        return get(id);
    }

    @PostMapping("/{id}/apply")
    Map<String, @Nullable Object> apply(@PathVariable UUID id, @RequestBody Wanted body) {
        if (body.status() != null
                && !body.status().equals("draft")
                && !body.status().equals("live")) {
            throw new AppException(CommonError.BAD_VALUE, "Proposals become draft or live.", "status");
        }
        return view(transfers.apply(id, body.status()));
    }

    @PostMapping("/{id}/cancel")
    Map<String, @Nullable Object> cancel(@PathVariable UUID id) {
        return view(transfers.cancel(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable UUID id) {
        transfers.drop(id);
    }

    private Map<String, @Nullable Object> view(Standing standing) {
        return TransferJson.of(standing, transfers.items(standing.transfer().id()));
    }

    private static Map<String, Object> list(List<TransferItem> items) {
        return Map.of("data", items.stream().map(TransferJson::of).toList());
    }
}
