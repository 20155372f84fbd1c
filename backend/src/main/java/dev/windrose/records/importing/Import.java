package dev.windrose.records.importing;

import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.records.importing.column.PastColumns;
import dev.windrose.records.importing.file.FileFormat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into the records.
 *
 * @param counts of the rows written so far
 * @param changeSets in the order they were applied
 * @param done rows worked on
 * @param phase what it is doing: reading, matching, planning or writing
 * @param error why it failed
 * @param notes what was left out of the file
 * @param setId the files it came with
 */
public record Import(
        UUID id,
        String recordType,
        String fileName,
        ImportStatus status,
        FileFormat format,
        List<ImportColumn> columns,
        long rowCount,
        @Nullable Mapping mapping,
        List<Question> questions,
        List<String> matchKeys,
        @Nullable DryRun dryRun,
        Counts counts,
        List<ChangeSetId> changeSets,
        @Nullable JobId job,
        long done,
        @Nullable String phase,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<String> notes,
        @Nullable UUID setId) {

    static Import fresh(
            UUID id,
            String recordType,
            String fileName,
            ReadUpload.Found found,
            List<ImportColumn> columns,
            List<String> matchKeys,
            @Nullable UUID setId) {
        return new Import(
                id,
                recordType,
                fileName,
                ImportStatus.UPLOADED,
                found.format(),
                columns,
                found.rows(),
                null,
                List.of(),
                matchKeys,
                null,
                Counts.NONE,
                List.of(),
                null,
                0,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                found.notes(),
                setId);
    }

    Import at(ImportStatus now, long rowsDone, @Nullable String doing, @Nullable String why) {
        return new Import(
                id,
                recordType,
                fileName,
                now,
                format,
                columns,
                rowCount,
                mapping,
                questions,
                matchKeys,
                dryRun,
                counts,
                changeSets,
                job,
                rowsDone,
                doing,
                why,
                createdAt,
                startedAt,
                finishedAt,
                notes,
                setId);
    }

    Import asking(List<Question> words) {
        return new Import(
                id,
                recordType,
                fileName,
                status,
                format,
                columns,
                rowCount,
                mapping,
                words,
                matchKeys,
                dryRun,
                counts,
                changeSets,
                job,
                done,
                phase,
                error,
                createdAt,
                startedAt,
                finishedAt,
                notes,
                setId);
    }

    /** Whether there is something to take back. */
    boolean wroteSomething() {
        return !changeSets.isEmpty() || counts.history() > 0;
    }

    /** Whether its rows are changes of records, not records. */
    public boolean ofChanges() {
        return mappingOrSuggestion().columns().containsValue(PastColumns.VALUE);
    }

    /** Words and ways of writing dates that nobody has explained yet. */
    long openQuestions() {
        if (startedAt != null) {
            return 0;
        }
        var mapped = mappingOrSuggestion();
        long dates = columns.stream()
                .filter(column -> column.dateForms() != null
                        && !column.dateForms().isEmpty()
                        && mapped.columns().get(column.name()) != null
                        && !mapped.orderOf().containsKey(column.name()))
                .count();
        return dates
                + questions.stream()
                        .mapToLong(question -> question.values().size())
                        .sum();
    }

    /** The mapping that was set, or the one that is proposed. */
    Mapping mappingOrSuggestion() {
        if (mapping != null) {
            return mapping;
        }
        var suggested = new LinkedHashMap<String, @Nullable String>();
        columns.forEach(column -> suggested.put(column.name(), column.suggestedField()));
        return new Mapping(suggested, Map.of(), matchKeys.isEmpty() ? null : matchKeys.getFirst());
    }
}
