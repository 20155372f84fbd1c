package dev.windrose.records.importing.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.importing.AskedFiles;
import dev.windrose.records.importing.BeginSet;
import dev.windrose.records.importing.BeginSet.Given;
import dev.windrose.records.importing.CheckSet;
import dev.windrose.records.importing.ImportSet;
import dev.windrose.records.importing.ImportSets;
import dev.windrose.records.importing.Imports;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
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
    private final CheckSet check;
    private final Imports imports;
    private final AskedFiles asked;
    private final Clock clock;

    ImportSetController(
            BeginSet begin, ImportSets sets, CheckSet check, Imports imports, AskedFiles asked, Clock clock) {
        this.asked = asked;
        this.begin = begin;
        this.sets = sets;
        this.check = check;
        this.imports = imports;
        this.clock = clock;
    }

    record NewSet(@Nullable List<NewFile> files) {}

    record NewFile(@Nullable UUID uploadId, @Nullable String recordType) {}

    record Views(List<SetView> data) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    SetView create(@RequestBody NewSet body) {
        ImportRights.work();
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
        ImportRights.work();
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
        ImportRights.read();
        return new Views(sets.list().stream().map(this::brief).toList());
    }

    @GetMapping("/{id}")
    SetView get(@PathVariable UUID id) {
        ImportRights.read();
        return view(sets.get(id));
    }

    /** Of short files at once what would change; long ones are checked by a job. */
    @PostMapping("/{id}/dry-run")
    SetView dryRun(@PathVariable UUID id) {
        ImportRights.work();
        return view(check.dryRun(id));
    }

    /** Leaves a file out that has not run. */
    @DeleteMapping("/{id}/imports/{importId}")
    SetView leaveOut(@PathVariable UUID id, @PathVariable UUID importId) {
        ImportRights.work();
        return view(sets.leaveOut(id, importId));
    }

    record Meaning(@Nullable String recordType) {}

    /** Says what the rows of a file are that no record type fits. */
    @PostMapping("/{id}/files/{fileId}")
    SetView answer(@PathVariable UUID id, @PathVariable UUID fileId, @RequestBody Meaning body) {
        ImportRights.work();
        if (body.recordType() == null) {
            throw new AppException(CommonError.REQUIRED, "Say what its rows are.", "record_type");
        }
        asked.answer(id, fileId, body.recordType());
        return view(sets.get(id));
    }

    @DeleteMapping("/{id}/files/{fileId}")
    SetView leaveFileOut(@PathVariable UUID id, @PathVariable UUID fileId) {
        ImportRights.work();
        asked.leaveOut(id, fileId);
        return view(sets.get(id));
    }

    @PostMapping("/{id}/pause")
    SetView pause(@PathVariable UUID id) {
        ImportRights.work();
        return view(sets.pause(id));
    }

    @PostMapping("/{id}/run")
    SetView run(@PathVariable UUID id) {
        ImportRights.write(sets.get(id).imports());
        return view(sets.run(id));
    }

    @PostMapping("/{id}/cancel")
    SetView cancel(@PathVariable UUID id) {
        ImportRights.work();
        return view(sets.cancel(id));
    }

    @PostMapping("/{id}/undo")
    SetView undo(@PathVariable UUID id) {
        ImportRights.write(sets.get(id).imports());
        return view(sets.undo(id));
    }

    private SetView view(ImportSet set) {
        var now = clock.instant();
        var files = set.imports().stream()
                .map(one -> ImportView.whole(one, imports.past(one), now))
                .toList();
        return SetView.of(set, files, sets.associations(set), now);
    }

    private SetView brief(ImportSet set) {
        var now = clock.instant();
        var files =
                set.imports().stream().map(one -> ImportView.brief(one, now)).toList();
        return SetView.of(set, files, List.of(), now);
    }
}
