package dev.windrose.workspace.web;

import dev.windrose.platform.jobs.Job;
import dev.windrose.workspace.archive.ExportKind;
import dev.windrose.workspace.archive.WorkspaceExports;
import dev.windrose.workspace.archive.WorkspaceImports;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The whole workspace as a file, out and in. */
@RestController
@RequestMapping("/api/v1/workspace")
class ArchiveController {

    private final WorkspaceExports exports;
    private final WorkspaceImports imports;
    private final ShowTransfer show;

    ArchiveController(WorkspaceExports exports, WorkspaceImports imports, ShowTransfer show) {
        this.exports = exports;
        this.imports = imports;
        this.show = show;
    }

    record Wanted(@Nullable String kind) {}

    @PostMapping("/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, @Nullable Object> start(@RequestBody Wanted wanted) {
        return export(exports.start(ExportKind.of(wanted.kind())));
    }

    @GetMapping("/exports")
    Map<String, List<Map<String, @Nullable Object>>> list() {
        return Map.of("data", exports.list().stream().map(this::export).toList());
    }

    @GetMapping("/exports/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        return export(exports.get(id));
    }

    @PostMapping("/exports/{id}/cancel")
    Map<String, @Nullable Object> cancel(@PathVariable UUID id) {
        return export(exports.cancel(id));
    }

    @DeleteMapping("/exports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        exports.delete(id);
    }

    @GetMapping("/exports/{id}/content")
    ResponseEntity<FileSystemResource> content(@PathVariable UUID id) {
        var ready = exports.content(id);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(ready.name())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(ready.mediaType()))
                .body(new FileSystemResource(ready.path()));
    }

    @GetMapping("/import")
    Map<String, @Nullable Object> lastImport() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var last = imports.last();
        var why = imports.whyNot();
        json.put("possible", why.isEmpty());
        json.put("reason", why.orElse(null));
        json.put("import", last.map(show::of).orElse(null));
        return json;
    }

    /** The body is the file itself, so that it may be of any size. */
    @PostMapping(
            path = "/import",
            consumes = {"application/zip", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, @Nullable Object> read(HttpServletRequest request) throws IOException {
        return show.of(imports.start(request.getInputStream()));
    }

    @PostMapping("/import/{id}/cancel")
    Map<String, @Nullable Object> cancelImport(@PathVariable UUID id) {
        return show.of(imports.cancel(id));
    }

    private Map<String, @Nullable Object> export(Job job) {
        var json = show.of(job);
        json.put("kind", exports.kind(job).wire());
        return json;
    }
}
