package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.importing.ImportSet.Note;
import dev.windrose.records.importing.file.DetectFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of a set of which nobody knows yet what their rows are. */
@Component
public class AskedFiles {

    private static final String LEFT_OUT = "Left out: nobody has said what its rows are.";

    private final BeginImport begin;
    private final ImportSetStore sets;
    private final ImportStore imports;
    private final ImportFiles files;

    AskedFiles(BeginImport begin, ImportSetStore sets, ImportStore imports, ImportFiles files) {
        this.begin = begin;
        this.sets = sets;
        this.imports = imports;
        this.files = files;
    }

    /** The file becomes one of those that are imported, before all that refer to its records. */
    @Transactional
    public void answer(UUID set, UUID file, String recordType) {
        var note = taken(set, file);
        var type = begin.type(recordType);
        BeginImport.requireWrite(type.name());
        var path = files.get(file);
        var format = DetectFormat.of(path).eachSheet().stream()
                .filter(one -> Objects.equals(one.sheet(), note.sheet()))
                .findFirst()
                .orElseThrow(AskedFiles::unknown);
        var found = ReadUpload.of(path, format);
        var after = imports.ofSet(set).stream()
                .filter(other -> refers(begin.type(other.recordType()), type))
                .findFirst();
        int position = imports.place(set, after.map(Import::id).orElse(null));
        begin.insert(file, type, note.fileName(), files.size(file), found, set, position);
        imports.uncheck(set);
    }

    @Transactional
    public void leaveOut(UUID set, UUID file) {
        taken(set, file);
        files.drop(file);
    }

    /** Once the others run nobody is asked any more. */
    void leaveOutAll(UUID set) {
        var notes = notes(set);
        if (notes.stream().noneMatch(note -> note.fileId() != null)) {
            return;
        }
        var told = new ArrayList<Note>();
        for (var note : notes) {
            if (note.fileId() == null) {
                told.add(note);
            } else {
                files.drop(note.fileId());
                told.add(Note.of(note.fileName(), LEFT_OUT));
            }
        }
        sets.note(set, told);
    }

    private Note taken(UUID set, UUID file) {
        var notes = notes(set);
        var note = notes.stream()
                .filter(one -> file.equals(one.fileId()))
                .findFirst()
                .orElseThrow(AskedFiles::unknown);
        if (imports.ofSet(set).stream().anyMatch(one -> one.status() == ImportStatus.CHECKING)) {
            throw new AppException(ImportError.IMPORT_RUNNING, "The files are being checked.");
        }
        sets.note(set, notes.stream().filter(one -> one != note).toList());
        return note;
    }

    private List<Note> notes(UUID set) {
        return sets.find(set).orElseThrow(AskedFiles::unknown).notes();
    }

    private static boolean refers(Descriptor from, Descriptor to) {
        return !from.name().equals(to.name())
                && from.storedFields().stream().anyMatch(field -> to.name().equals(field.ref()));
    }

    private static AppException unknown() {
        return new AppException(CommonError.NOT_FOUND, "The set has no such file.");
    }
}
