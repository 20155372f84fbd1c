package dev.windrose.records.importing;

import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.records.importing.file.CsvFormat;
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
 */
public record Import(
        UUID id,
        String recordType,
        String fileName,
        ImportStatus status,
        CsvFormat format,
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
        @Nullable Instant finishedAt) {

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
                finishedAt);
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
                finishedAt);
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
