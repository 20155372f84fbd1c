package dev.windrose.records.importing.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.importing.AddImportField;
import dev.windrose.records.importing.BeginImport;
import dev.windrose.records.importing.Import;
import dev.windrose.records.importing.ImportRows;
import dev.windrose.records.importing.ImportRuns;
import dev.windrose.records.importing.Imports;
import dev.windrose.records.importing.Mapping;
import dev.windrose.records.importing.Refusal;
import dev.windrose.records.importing.UndoImport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final int SHOWN = 1_000;

    private final BeginImport begin;
    private final AddImportField addField;
    private final Imports imports;
    private final ImportRuns runs;
    private final UndoImport undoImport;
    private final ImportRows rows;
    private final Clock clock;

    ImportController(
            BeginImport begin,
            AddImportField addField,
            Imports imports,
            ImportRuns runs,
            UndoImport undoImport,
            ImportRows rows,
            Clock clock) {
        this.begin = begin;
        this.addField = addField;
        this.rows = rows;
        this.imports = imports;
        this.runs = runs;
        this.undoImport = undoImport;
        this.clock = clock;
    }

    record Views(List<ImportView> data) {}

    record NewMapping(
            @Nullable Map<String, @Nullable String> columns,
            @Nullable Map<String, Map<String, @Nullable String>> choices,
            @Nullable String matchKey,
            @Nullable Map<String, String> policies,
            @Nullable Boolean personWins,
            @Nullable Map<String, String> dateOrders,
            @Nullable Map<String, String> reviews,
            @Nullable Boolean onlyExisting,
            @Nullable String history) {}

    record FromUpload(@Nullable UUID uploadId, @Nullable String recordType) {}

    record NewFormat(
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable String sheet,
            @Nullable String recordType) {}

    record NewImportField(
            @Nullable String column,
            @Nullable String label,
            @Nullable String kind,
            @Nullable List<String> choices) {}

    /** Without a record type the one is taken that the columns fit best. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(name = "record_type", required = false) @Nullable String recordType)
            throws IOException {
        ImportRights.work();
        if (file == null) {
            throw new AppException(CommonError.REQUIRED, "Send the file as the part \"file\".", "file");
        }
        try (var content = file.getInputStream()) {
            return view(begin.of(recordType, BareName.of(file.getOriginalFilename()), content));
        }
    }

    /** A file that has come in parts. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportView take(@RequestBody FromUpload body) {
        ImportRights.work();
        if (body.uploadId() == null) {
            throw new AppException(CommonError.REQUIRED, "Say which upload.", "upload_id");
        }
        return view(begin.of(body.recordType(), body.uploadId()));
    }

    /** Another encoding, delimiter, sheet or record type than was found out. */
    @PutMapping("/{id}/format")
    ImportView reformat(@PathVariable UUID id, @RequestBody NewFormat body) {
        ImportRights.work();
        String delimiter = body.delimiter();
        if (delimiter != null && delimiter.length() != 1) {
            throw new AppException(CommonError.BAD_VALUE, "A delimiter is one character.", "delimiter");
        }
        return view(begin.reformat(
                id, body.encoding(), delimiter == null ? null : delimiter.charAt(0), body.sheet(), body.recordType()));
    }

    /** Adds the field that a column without one needs. */
    @PostMapping("/{id}/fields")
    ImportView addField(@PathVariable UUID id, @RequestBody NewImportField body) {
        ImportRights.work();
        Permissions.require(Operation.MANAGE, "workspace");
        if (body.column() == null) {
            throw new AppException(CommonError.REQUIRED, "Say which column.", "column");
        }
        return view(addField.of(id, body.column(), body.label(), body.kind(), body.choices()));
    }

    @GetMapping
    Views list() {
        ImportRights.read();
        return new Views(imports.list().stream()
                .map(file -> ImportView.brief(file, clock.instant()))
                .toList());
    }

    @GetMapping("/{id}")
    ImportView get(@PathVariable UUID id) {
        ImportRights.read();
        return view(imports.get(id));
    }

    @PutMapping("/{id}/mapping")
    ImportView map(@PathVariable UUID id, @RequestBody NewMapping body) {
        ImportRights.work();
        var columns = body.columns() == null ? Map.<String, @Nullable String>of() : body.columns();
        var choices = body.choices() == null ? Map.<String, Map<String, @Nullable String>>of() : body.choices();
        return view(imports.map(
                id,
                new Mapping(
                        columns,
                        choices,
                        body.matchKey(),
                        body.policies(),
                        body.personWins(),
                        body.dateOrders(),
                        body.reviews(),
                        body.onlyExisting(),
                        body.history())));
    }

    /** Of a short file what would change; a long one is checked by a job, and the answer is the import. */
    @PostMapping("/{id}/dry-run")
    ResponseEntity<?> dryRun(@PathVariable UUID id) {
        ImportRights.work();
        var file = runs.dryRun(id);
        return file.dryRun() == null
                ? ResponseEntity.accepted().body(view(file))
                : ResponseEntity.ok(ImportView.Check.of(file.dryRun()));
    }

    @GetMapping("/{id}/rows")
    RowsView rows(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        ImportRights.read();
        var wanted = RowsView.outcome(outcome);
        int most = Math.clamp(limit, 1, 500);
        var file = imports.get(id);
        var page = rows.page(id, wanted, RowsView.after(cursor), most);
        return RowsView.of(page, rows.candidates(file.recordType(), page), most, file);
    }

    @PostMapping("/{id}/pause")
    ImportView pause(@PathVariable UUID id) {
        ImportRights.work();
        return view(runs.pause(id));
    }

    @PostMapping("/{id}/run")
    ImportView run(@PathVariable UUID id) {
        ImportRights.write(List.of(imports.get(id)));
        return view(runs.run(id));
    }

    @PostMapping("/{id}/cancel")
    ImportView cancel(@PathVariable UUID id) {
        ImportRights.work();
        return view(runs.cancel(id));
    }

    @PostMapping("/{id}/undo")
    ImportView undo(@PathVariable UUID id) {
        ImportRights.write(List.of(imports.get(id)));
        return view(undoImport.of(id));
    }

    @GetMapping("/{id}/refused.csv")
    void refused(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        ImportRights.read();
        var file = imports.get(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("refused-" + file.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        WriteRefused.to(response.getOutputStream(), rows, file);
    }

    private ImportView view(Import file) {
        boolean refused = file.startedAt() != null && file.counts().refused() > 0;
        var refusals = refused ? rows.refusals(file.id(), 0, SHOWN) : List.<Refusal>of();
        return ImportView.of(file, refusals, imports.past(file), clock.instant());
    }
}
