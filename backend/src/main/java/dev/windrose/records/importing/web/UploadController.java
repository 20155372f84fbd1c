package dev.windrose.records.importing.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.importing.Upload;
import dev.windrose.records.importing.Upload.Part;
import dev.windrose.records.importing.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/uploads")
class UploadController {

    private final Uploads uploads;

    UploadController(Uploads uploads) {
        this.uploads = uploads;
    }

    record NewUpload(
            @Nullable String fileName, long size, @Nullable String sha256) {}

    record Completion(@Nullable String sha256) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Upload begin(@RequestBody NewUpload body) {
        Permissions.require(Operation.RUN, "import");
        return uploads.begin(BareName.of(body.fileName()), body.size(), body.sha256());
    }

    @GetMapping("/{id}")
    Upload get(@PathVariable UUID id) {
        Permissions.require(Operation.RUN, "import");
        return uploads.get(id);
    }

    @PutMapping("/{id}/parts/{number}")
    Part part(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestHeader(name = "X-Checksum-Sha256", required = false) @Nullable String sha256,
            HttpServletRequest request)
            throws IOException {
        Permissions.require(Operation.RUN, "import");
        return uploads.part(id, number, sha256, request.getInputStream());
    }

    @PostMapping("/{id}/complete")
    Upload complete(@PathVariable UUID id, @RequestBody(required = false) @Nullable Completion body) {
        Permissions.require(Operation.RUN, "import");
        return uploads.complete(id, body == null ? null : body.sha256());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        Permissions.require(Operation.RUN, "import");
        uploads.delete(id);
    }
}
