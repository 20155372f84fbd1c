package dev.windrose.records.importing.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.importing.BeginSet;
import dev.windrose.records.importing.BeginSet.Given;
import dev.windrose.records.importing.ImportSet;
import dev.windrose.records.importing.ImportSet.Note;
import dev.windrose.records.importing.ImportSets;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/import-sets")
class ImportSetController {

    private static final int MOST_FILES = 100;

    private final BeginSet begin;
    private final ImportSets sets;
    private final Clock clock;

    ImportSetController(BeginSet begin, ImportSets sets, Clock clock) {
        this.begin = begin;
        this.sets = sets;
        this.clock = clock;
    }

    record NewSet(@Nullable List<NewFile> files) {}

    record NewFile(@Nullable UUID uploadId, @Nullable String recordType) {}

    record SetView(UUID id, String status, Instant createdAt, List<ImportView> imports, List<Note> notes) {}

    record Views(List<SetView> data) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    SetView create(@RequestBody NewSet body) {
        Permissions.require(Operation.RUN, "import");
        var given = new ArrayList<Given>();
        for (var file : body.files() == null ? List.<NewFile>of() : body.files()) {
            if (file.uploadId() == null) {
                throw new AppException(CommonError.REQUIRED, "Say which upload.", "files.upload_id");
            }
            given.add(new Given("", file.recordType(), file.uploadId(), null));
        }
        return created(given);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    SetView create(@RequestParam("file") List<MultipartFile> files) throws IOException {
        Permissions.require(Operation.RUN, "import");
        var given = new ArrayList<Given>();
        for (var file : files) {
            given.add(new Given(BareName.of(file.getOriginalFilename()), null, null, file.getInputStream()));
        }
        return created(given);
    }

    private SetView created(List<Given> given) {
        if (given.isEmpty() || given.size() > MOST_FILES) {
            throw new AppException(CommonError.BAD_VALUE, "A set has 1 to %d files.".formatted(MOST_FILES), "files");
        }
        return view(sets.get(begin.of(given)));
    }

    @GetMapping
    Views list() {
        Permissions.require(Operation.READ, "import");
        return new Views(sets.list().stream().map(this::view).toList());
    }

    @GetMapping("/{id}")
    SetView get(@PathVariable UUID id) {
        Permissions.require(Operation.READ, "import");
        return view(sets.get(id));
    }

    @PostMapping("/{id}/run")
    SetView run(@PathVariable UUID id) {
        requireWrite(id);
        return view(sets.run(id));
    }

    @PostMapping("/{id}/cancel")
    SetView cancel(@PathVariable UUID id) {
        Permissions.require(Operation.RUN, "import");
        return view(sets.cancel(id));
    }

    @PostMapping("/{id}/undo")
    SetView undo(@PathVariable UUID id) {
        requireWrite(id);
        return view(sets.undo(id));
    }

    private void requireWrite(UUID id) {
        Permissions.require(Operation.RUN, "import");
        sets.get(id).imports().forEach(one -> {
            Permissions.require(Operation.CREATE, one.recordType());
            Permissions.require(Operation.UPDATE, one.recordType());
        });
    }

    private SetView view(ImportSet set) {
        var imports = set.imports().stream()
                .map(one -> ImportView.brief(one, clock.instant()))
                .toList();
        return new SetView(set.id(), set.status(), set.createdAt(), imports, set.notes());
    }
}
