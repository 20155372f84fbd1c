package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldKind;
import dev.windrose.records.importing.ImportSet.Note;
import dev.windrose.records.importing.ReadUpload.Found;
import dev.windrose.records.importing.column.FileMeaning;
import dev.windrose.records.importing.column.SuggestFields;
import dev.windrose.records.importing.file.DetectFormat;
import dev.windrose.records.importing.file.FileFormat;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes several files in at once: finds out what each holds, and puts those that others refer to first. A file that only ties records of other
 * files together fills in what they refer to.
 */
@Component
public class BeginSet {

    private static final String NO_TYPE = "No record type fits its columns. Say what its rows are, or leave it out.";

    private final ImportFiles files;
    private final Uploads uploads;
    private final BeginImport begin;
    private final ImportStore imports;
    private final ImportSetStore sets;
    private final Descriptors descriptors;

    BeginSet(
            ImportFiles files,
            Uploads uploads,
            BeginImport begin,
            ImportStore imports,
            ImportSetStore sets,
            Descriptors descriptors) {
        this.files = files;
        this.uploads = uploads;
        this.begin = begin;
        this.imports = imports;
        this.sets = sets;
        this.descriptors = descriptors;
    }

    /** One of the files: an upload, or its content. */
    public record Given(
            String fileName,
            @Nullable String recordType,
            @Nullable UUID uploadId,
            @Nullable InputStream content) {}

    /** @param ties whether it only fills in references of records that another file brings */
    private record Sorted(
            UUID id, String fileName, long size, Found found, Descriptor type, boolean ties, boolean changes) {}

    @Transactional
    public UUID of(List<Given> given) {
        UUID set = Ids.next();
        sets.insert(set);
        var notes = new ArrayList<Note>();
        var owners = new ArrayList<Owner>();
        var sorted = new ArrayList<Sorted>();
        for (var file : given) {
            sorted.addAll(sort(file, notes, owners));
        }
        sets.owners(set, owners);
        var filled = new HashMap<UUID, Set<String>>();
        sorted.forEach(file -> filled.put(
                file.id(), Set.copyOf(targets(file.type(), file.found()).values())));
        // What the columns fill comes before what they might fill: types may refer to each other, files seldom do.
        sorted.sort(Comparator.comparing(Sorted::changes)
                .thenComparing(Sorted::ties)
                .thenComparingInt(file -> depth(file, sorted, filled, 0))
                .thenComparingInt(file -> depth(file.type(), sorted, 0)));
        int position = 0;
        for (var file : sorted) {
            begin.insert(file.id(), file.type(), file.fileName(), file.size(), file.found(), set, position++);
            if (file.changes()) {
                key(file, set);
            } else if (file.ties()) {
                tie(file, set);
            }
        }
        sets.note(set, notes);
        return set;
    }

    /** A file, or each sheet of a workbook. */
    private List<Sorted> sort(Given given, List<Note> notes, List<Owner> owners) {
        UUID id = Ids.next();
        var upload = given.uploadId() == null ? null : uploads.get(given.uploadId());
        String name = upload == null ? given.fileName() : upload.fileName();
        var sorted = new ArrayList<Sorted>();
        var ids = new ArrayList<UUID>(List.of(id));
        try {
            long size = upload == null
                    ? files.keep(id, Objects.requireNonNull(given.content()))
                    : files.take(id, uploads.whole(upload));
            if (upload != null) {
                uploads.taken(upload.id());
            }
            var format = DetectFormat.of(files.get(id));
            var sheets = format.eachSheet();
            while (ids.size() < sheets.size()) {
                ids.add(files.copy(id));
            }
            for (int i = 0; i < sheets.size(); i++) {
                String called = sheets.size() == 1
                        ? name
                        : "%s (%s)".formatted(name, sheets.get(i).sheet());
                var file = new Kept(ids.get(i), called, size, sheets.get(i), given.recordType());
                sort(file, notes, owners).ifPresent(sorted::add);
            }
        } catch (AppException e) {
            ids.forEach(files::drop);
            notes.add(Note.of(name, String.valueOf(e.getMessage())));
        }
        return sorted;
    }

    private record Kept(
            UUID id,
            String name,
            long size,
            FileFormat format,
            @Nullable String recordType) {}

    private Optional<Sorted> sort(Kept file, List<Note> notes, List<Owner> owners) {
        try {
            var found = ReadUpload.of(files.get(file.id()), file.format());
            var type = file.recordType() == null ? best(file.name(), found) : descriptors.find(file.recordType());
            var other = FileMeaning.other(found.profiles());
            var tied = type.isPresent() || other.isPresent() ? Optional.<Descriptor>empty() : tied(found);
            if (type.isEmpty() && tied.isEmpty() && other.isEmpty()) {
                notes.add(
                        new Note(file.name(), NO_TYPE, file.id(), file.format().sheet()));
                return Optional.empty();
            }
            if (type.isEmpty() && tied.isEmpty()) {
                if (FileMeaning.colleagues(found.profiles())) {
                    owners.addAll(ReadOwners.of(files.get(file.id()), found));
                }
                notes.add(Note.of(file.name(), other.orElseThrow()));
                files.drop(file.id());
                return Optional.empty();
            }
            var chosen = type.or(() -> tied).orElseThrow();
            BeginImport.requireWrite(chosen.name());
            return Optional.of(new Sorted(
                    file.id(), file.name(), file.size(), found, chosen, tied.isPresent(), begin.ofChanges(found)));
        } catch (AppException e) {
            files.drop(file.id());
            notes.add(Note.of(file.name(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<Descriptor> best(String name, Found found) {
        return begin.best(found).or(() -> begin.called(name, found));
    }

    /** The type whose records the file names by their id only, together with others that they refer to. */
    private Optional<Descriptor> tied(Found found) {
        return descriptors.all().stream()
                .filter(type -> {
                    var targets = targets(type, found);
                    return own(type, targets).isPresent()
                            && targets.values().stream().anyMatch(field -> type.field(field)
                                    .filter(one -> one.kind() == FieldKind.REFERENCE
                                            && !type.name().equals(one.ref()))
                                    .isPresent());
                })
                .findFirst();
    }

    private static Map<String, String> targets(Descriptor type, Found found) {
        var targets = new LinkedHashMap<String, String>();
        SuggestFields.of(type, found.profiles()).forEach((column, suggestion) -> {
            if (suggestion.field() != null) {
                targets.put(column, suggestion.field());
            }
        });
        return targets;
    }

    /** The column that names the record itself. */
    private static Optional<String> own(Descriptor type, Map<String, String> targets) {
        return targets.entrySet().stream()
                .filter(one -> one.getValue().equals(type.name() + "_id")
                        || one.getValue().equals(SuggestFields.EXTERNAL_ID))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Changes find their records by what the file that brings them calls their id. */
    private void key(Sorted file, UUID set) {
        String number = file.type().name() + "_id";
        var fresh = imports.find(file.id()).orElseThrow();
        var columns = new LinkedHashMap<>(fresh.mappingOrSuggestion().columns());
        String key = numbered(file, set) ? number : SuggestFields.EXTERNAL_ID;
        columns.replaceAll(
                (column, target) -> number.equals(target) || SuggestFields.EXTERNAL_ID.equals(target) ? key : target);
        var mapping = new Mapping(columns, Map.of(), key);
        imports.map(file.id(), mapping, fresh.questions());
    }

    private boolean numbered(Sorted file, UUID set) {
        return imports.ofSet(set).stream()
                .filter(other -> other.recordType().equals(file.type().name())
                        && !other.id().equals(file.id()))
                .anyMatch(other -> other.mappingOrSuggestion()
                        .columns()
                        .containsValue(file.type().name() + "_id"));
    }

    /** The records are found by what the file that brings them calls their id. */
    private void tie(Sorted file, UUID set) {
        String number = file.type().name() + "_id";
        boolean numbered = numbered(file, set);
        var columns = new LinkedHashMap<String, @Nullable String>();
        var targets = targets(file.type(), file.found());
        String own = own(file.type(), targets).orElseThrow();
        targets.forEach((column, target) -> {
            boolean reference = file.type()
                    .field(target)
                    .filter(field -> field.kind() == FieldKind.REFERENCE)
                    .isPresent();
            columns.put(
                    column,
                    column.equals(own) ? numbered ? number : SuggestFields.EXTERNAL_ID : reference ? target : null);
        });
        var mapping = new Mapping(
                columns, Map.of(), numbered ? number : SuggestFields.EXTERNAL_ID, null, null, null, null, true, null);
        imports.map(file.id(), mapping, List.of());
    }

    /** How many of the files must be there before, by what their columns fill. */
    private int depth(Sorted file, List<Sorted> all, Map<UUID, Set<String>> filled, int above) {
        if (above > all.size()) {
            return 0;
        }
        return file.type().storedFields().stream()
                .filter(field -> field.ref() != null
                        && !field.ref().equals(file.type().name())
                        && filled.getOrDefault(file.id(), Set.of()).contains(field.name()))
                .flatMap(field ->
                        all.stream().filter(other -> other.type().name().equals(field.ref())))
                .mapToInt(other -> 1 + depth(other, all, filled, above + 1))
                .max()
                .orElse(0);
    }

    /** How many types of the files must be there before. */
    private int depth(Descriptor type, List<Sorted> all, int above) {
        if (above > all.size()) {
            return 0;
        }
        return type.storedFields().stream()
                .filter(field -> field.ref() != null && !field.ref().equals(type.name()))
                .flatMap(field -> all.stream().map(Sorted::type).filter(other -> other.name()
                        .equals(field.ref())))
                .mapToInt(other -> 1 + depth(other, all, above + 1))
                .max()
                .orElse(0);
    }
}
