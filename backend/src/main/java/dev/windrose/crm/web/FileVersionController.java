package dev.windrose.crm.web;

import dev.windrose.crm.file.FileVersion;
import dev.windrose.crm.file.FileVersions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.Records;
import dev.windrose.records.web.RecordJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The contents that a file had. */
@RestController
@RequestMapping("/api/v1/files/{id}/versions")
class FileVersionController {

    private final FileVersions versions;
    private final Records records;
    private final Descriptors descriptors;

    FileVersionController(FileVersions versions, Records records, Descriptors descriptors) {
        this.versions = versions;
        this.records = records;
        this.descriptors = descriptors;
    }

    @GetMapping
    Map<String, List<Map<String, @Nullable Object>>> all(@PathVariable UUID id) {
        var listed = versions.of(id);
        return Map.of(
                "data",
                listed.versions().stream()
                        .map(version -> json(version, listed.current()))
                        .toList());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> add(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null) {
            throw new AppException(CommonError.REQUIRED, "Send the file as the part \"file\".", "file");
        }
        String name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            versions.add(id, name == null ? "file" : name, content);
        }
        return record(id);
    }

    @PostMapping("/{number}/restore")
    Map<String, @Nullable Object> restore(@PathVariable UUID id, @PathVariable int number) {
        versions.restore(id, number);
        return record(id);
    }

    @GetMapping("/{number}/content")
    ResponseEntity<InputStreamResource> content(@PathVariable UUID id, @PathVariable int number) {
        return FileController.answer(versions.content(id, number));
    }

    private Map<String, @Nullable Object> record(UUID id) {
        return RecordJson.of(descriptors.get("file"), records.get("file", id));
    }

    private static Map<String, @Nullable Object> json(FileVersion version, int current) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", version.number());
        json.put("name", version.name());
        json.put("content_type", version.contentType());
        json.put("size", version.size());
        json.put("width", version.width());
        json.put("height", version.height());
        json.put("added_at", version.addedAt().toString());
        json.put("added_by", version.addedBy());
        json.put("current", version.number() == current);
        return json;
    }
}
