package dev.windrose.crm.web;

import dev.windrose.crm.file.EraseFile;
import dev.windrose.crm.file.StoredFiles;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.Records;
import dev.windrose.records.web.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What files hold. What they are called and belong to is read like any record. */
@RestController
@RequestMapping("/api/v1/files")
class FileController {

    private final StoredFiles files;
    private final EraseFile erase;
    private final Records records;
    private final Descriptors descriptors;

    FileController(StoredFiles files, EraseFile erase, Records records, Descriptors descriptors) {
        this.files = files;
        this.erase = erase;
        this.records = records;
        this.descriptors = descriptors;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> add(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(name = "record_type", required = false) @Nullable String recordType,
            @RequestParam(name = "record_id", required = false) @Nullable String recordId,
            @RequestParam(defaultValue = "false") boolean library)
            throws IOException {
        if (file == null) {
            throw new AppException(CommonError.REQUIRED, "Send the file as the part \"file\".", "file");
        }
        if ((recordType == null) != (recordId == null)) {
            throw new AppException(
                    CommonError.REQUIRED, "A record is named by \"record_type\" and \"record_id\".", "record_id");
        }
        String name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            String called = name == null ? "file" : name;
            var id = library && recordType == null
                    ? files.addToLibrary(called, content)
                    : files.add(called, content, recordType, recordId);
            return RecordJson.of(descriptors.get("file"), records.get("file", id));
        }
    }

    @GetMapping("/{id}/content")
    ResponseEntity<InputStreamResource> content(@PathVariable UUID id) {
        return answer(files.content(id));
    }

    @GetMapping("/{id}/thumbnail")
    ResponseEntity<InputStreamResource> thumbnail(@PathVariable UUID id) {
        return answer(files.thumbnail(id));
    }

    /** Removes the content for good. */
    @DeleteMapping("/{id}/content")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable UUID id) {
        erase.of(id);
    }

    /** A file runs nothing in the browser: only pictures and PDFs are shown, in a box of their own; everything else is saved. */
    static ResponseEntity<InputStreamResource> answer(StoredFiles.Content content) {
        var disposition = (content.shown() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(content.name(), StandardCharsets.UTF_8)
                .build();
        var answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .contentType(
                        content.shown()
                                ? MediaType.parseMediaType(content.mediaType())
                                : MediaType.APPLICATION_OCTET_STREAM);
        return (content.size() < 0 ? answer : answer.contentLength(content.size()))
                .body(new InputStreamResource(content.stream()));
    }
}
