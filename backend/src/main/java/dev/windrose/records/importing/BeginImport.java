package dev.windrose.records.importing;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.importing.ReadUpload.Found;
import dev.windrose.records.importing.column.FileMeaning;
import dev.windrose.records.importing.column.SuggestFields;
import dev.windrose.records.importing.file.DetectFormat;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file in and proposes what it holds. */
@Component
public class BeginImport {

    /** What people bring from elsewhere; other types are taken where they are named. */
    private static final List<String> USUAL = List.of("company", "contact", "deal", "product");

    private static final double LEAST_FIT = 0.25;
    private static final double MOST_FIT = 0.5;

    private static final Map<String, Pattern> CALLED = new TreeMap<>(Map.of(
            "company", Pattern.compile("account|compan|organi[sz]ation"),
            "contact", Pattern.compile("contact|people|person"),
            "deal", Pattern.compile("deal|pipeline|opportunit"),
            "product", Pattern.compile("product|price")));

    private final ImportStore store;
    private final ImportFiles files;
    private final FindQuestions findQuestions;
    private final Descriptors descriptors;
    private final Uploads uploads;
    private final Imports imports;
    private final OfferTargets offer;

    BeginImport(
            ImportStore store,
            ImportFiles files,
            FindQuestions findQuestions,
            Descriptors descriptors,
            Uploads uploads,
            Imports imports,
            OfferTargets offer) {
        this.store = store;
        this.files = files;
        this.findQuestions = findQuestions;
        this.descriptors = descriptors;
        this.uploads = uploads;
        this.imports = imports;
        this.offer = offer;
    }

    /** Keeps the file and proposes what its columns mean. */
    @Transactional
    public Import of(@Nullable String recordType, String fileName, InputStream content) {
        UUID id = Ids.next();
        long size = files.keep(id, content);
        return begin(id, recordType, fileName, size);
    }

    /** A file that has come in parts. */
    @Transactional
    public Import of(@Nullable String recordType, UUID uploadId) {
        var upload = uploads.get(uploadId);
        UUID id = Ids.next();
        long size = files.take(id, uploads.whole(upload));
        uploads.taken(uploadId);
        return begin(id, recordType, upload.fileName(), size);
    }

    private Import begin(UUID id, @Nullable String recordType, String fileName, long size) {
        try {
            if (recordType != null) {
                type(recordType);
            }
            var found = read(files.get(id));
            var type = recordType == null
                    ? best(found)
                            .or(() -> called(fileName, found))
                            .orElseThrow(() -> new AppException(
                                    CommonError.REQUIRED,
                                    "The columns do not tell what the rows are. Say it as \"record_type\".",
                                    "record_type"))
                    : type(recordType);
            requireWrite(type.name());
            insert(id, type, fileName, size, found, null, 0);
            return imports.get(id);
        } catch (RuntimeException e) {
            files.drop(id);
            throw e;
        }
    }

    private static Found read(Path file) {
        return ReadUpload.of(file, DetectFormat.of(file));
    }

    /** Adds the import of a file that has been looked through. */
    void insert(UUID id, Descriptor type, String fileName, long size, Found found, @Nullable UUID set, int position) {
        var fresh = fresh(id, type, fileName, found, set);
        store.insert(fresh.asking(findQuestions.of(fresh, fresh.mappingOrSuggestion(), files.get(id))), size, position);
    }

    private Import fresh(UUID id, Descriptor type, String fileName, Found found, @Nullable UUID set) {
        var columns = offer.columns(type, found);
        var suggested = columns.stream()
                .map(ImportColumn::suggestedField)
                .filter(Objects::nonNull)
                .toList();
        return Import.fresh(id, type.name(), fileName, found, columns, offer.keys(type, suggested), set);
    }

    /** Whether the rows are changes of records, not records. */
    boolean ofChanges(Found found) {
        return offer.changed(found).isPresent();
    }

    /** The type whose fields the columns fit best; none where they fit none. */
    Optional<Descriptor> best(Found found) {
        record Fit(Descriptor type, double fit) {}
        var changed = offer.changed(found);
        if (changed.isPresent()) {
            return changed;
        }
        if (FileMeaning.other(found.profiles()).isPresent()) {
            return Optional.empty();
        }
        return USUAL.stream()
                .flatMap(name -> descriptors.find(name).stream())
                .map(type -> new Fit(type, SuggestFields.fit(type, found.profiles())))
                .filter(fit -> fit.fit() >= LEAST_FIT)
                .max(Comparator.comparingDouble(Fit::fit))
                .map(Fit::type);
    }

    /** The type that the name of the file tells, where most columns fit it: deals of a pipeline often have no name. */
    Optional<Descriptor> called(String fileName, Found found) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return FileMeaning.other(found.profiles()).isPresent()
                ? Optional.empty()
                : CALLED.entrySet().stream()
                        .filter(entry -> entry.getValue().matcher(name).find())
                        .flatMap(entry -> descriptors.find(entry.getKey()).stream())
                        .filter(type -> SuggestFields.fitUnnamed(type, found.profiles()) >= MOST_FIT)
                        .findFirst();
    }

    /** Reads the file again as somebody says that it is written. What was mapped is proposed anew. */
    @Transactional
    public Import reformat(
            UUID id,
            @Nullable String encoding,
            @Nullable Character delimiter,
            @Nullable String sheet,
            @Nullable String recordType) {
        var file = imports.open(id);
        var path = files.get(id);
        var found = ReadUpload.of(path, DetectFormat.with(path, file.format(), encoding, delimiter, sheet));
        var type = recordType == null && sheet != null
                ? best(found).or(() -> called(sheet, found)).orElseGet(() -> type(file.recordType()))
                : type(recordType == null ? file.recordType() : recordType);
        requireWrite(type.name());
        var again = fresh(id, type, file.fileName(), found, file.setId());
        if (file.setId() != null) {
            store.uncheck(file.setId());
        }
        store.reformat(again.asking(findQuestions.of(again, again.mappingOrSuggestion(), path)));
        return imports.get(id);
    }

    Descriptor type(String name) {
        return descriptors
                .find(name)
                .orElseThrow(() -> new AppException(
                        CommonError.BAD_VALUE, "There is no record type \"%s\".".formatted(name), "record_type"));
    }

    static void requireWrite(String recordType) {
        Permissions.require(Operation.CREATE, recordType);
        Permissions.require(Operation.UPDATE, recordType);
    }
}
