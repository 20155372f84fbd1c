package dev.windrose.records.importing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.windrose.records.RecordRef;
import dev.windrose.records.importing.Counts;
import dev.windrose.records.importing.DryRun;
import dev.windrose.records.importing.Import;
import dev.windrose.records.importing.ImportColumn;
import dev.windrose.records.importing.ImportStatus;
import dev.windrose.records.importing.Mapping;
import dev.windrose.records.importing.PastOffer;
import dev.windrose.records.importing.Question;
import dev.windrose.records.importing.Refusal;
import dev.windrose.records.importing.RowCandidate;
import dev.windrose.records.importing.RowResult;
import dev.windrose.records.importing.column.Lookup.Option;
import dev.windrose.records.importing.column.NewField;
import dev.windrose.records.importing.file.FileFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An import as the API shows it. */
record ImportView(
        UUID id,
        String recordType,
        String fileName,
        String status,
        Instant createdAt,
        @Nullable Instant finishedAt,
        List<Column> columns,
        long rowCount,
        String delimiter,
        String encoding,
        List<Asked> choiceQuestions,
        List<String> matchKeys,
        @Nullable Mapping mapping,
        @Nullable Check dryRun,
        @Nullable Progress progress,
        @Nullable Check result,
        @Nullable UUID changeSetId,
        List<UUID> changeSetIds,
        @Nullable String detail,
        @Nullable UUID setId,
        Format format,
        List<String> notes,
        List<DateQuestion> dateQuestions,
        String kind,
        List<PastOffer> historyTargets) {

    private static final Set<ImportStatus> WORKING =
            Set.of(ImportStatus.CHECKING, ImportStatus.RUNNING, ImportStatus.PAUSED);

    record Column(
            String name,
            List<String> samples,
            @Nullable String suggestedField,
            @Nullable Double filled,
            @Nullable String reason,
            @Nullable NewField newField,
            @Nullable List<String> dateForms) {

        static Column of(ImportColumn column) {
            return new Column(
                    column.name(),
                    column.samples(),
                    column.suggestedField(),
                    column.filled(),
                    column.reason(),
                    column.newField(),
                    column.dateForms());
        }
    }

    record Format(
            String kind,
            String encoding,
            String delimiter,
            @Nullable String sheet,
            @Nullable List<String> sheets) {

        static Format of(FileFormat format) {
            return new Format(
                    format.form().wire(),
                    format.encoding(),
                    String.valueOf(format.delimiter()),
                    format.sheet(),
                    format.sheets());
        }
    }

    /** Dates that can be read in two ways. */
    record DateQuestion(String column, List<String> samples, List<String> options) {

        static List<DateQuestion> of(Import file) {
            return file.columns().stream()
                    .filter(column ->
                            column.dateForms() != null && !column.dateForms().isEmpty())
                    .map(column ->
                            new DateQuestion(column.name(), column.samples(), List.of("day_first", "month_first")))
                    .toList();
        }
    }

    record Asked(String column, String field, List<Word> values) {

        static Asked of(Question question) {
            return new Asked(
                    question.column(),
                    question.field(),
                    question.values().stream()
                            .map(word -> new Word(
                                    word.value(),
                                    word.suggested(),
                                    word.suggestedLabel(),
                                    word.count(),
                                    word.options(),
                                    word.label()))
                            .toList());
        }
    }

    record Word(
            String value,
            @Nullable String suggested,
            @Nullable String suggestedLabel,
            long count,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Option> options,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String label) {}

    record Progress(
            @Nullable String phase,
            long done,
            long total,
            @Nullable Double rowsPerSecond,
            @Nullable Double secondsLeft) {

        static Progress of(Import file, Instant now) {
            var started = file.startedAt();
            double seconds =
                    started == null ? 0 : Duration.between(started, now).toMillis() / 1000.0;
            Double speed = seconds > 0 && file.done() > 0 ? file.done() / seconds : null;
            return new Progress(
                    file.phase(),
                    file.done(),
                    file.rowCount(),
                    speed,
                    speed == null ? null : (file.rowCount() - file.done()) / speed);
        }
    }

    /** How many rows come to what. */
    record Tally(
            long creates,
            long updates,
            long unchanged,
            long refused,
            long waiting,
            long duplicates,
            long review,
            long history) {

        static Tally of(Counts counts) {
            return new Tally(
                    counts.creates(),
                    counts.updates(),
                    counts.unchanged(),
                    counts.refused(),
                    counts.waiting(),
                    counts.duplicates(),
                    counts.review(),
                    counts.history());
        }
    }

    record Check(@JsonUnwrapped Tally counts, List<Row> rows) {

        static Check of(Counts counts, List<Row> rows) {
            return new Check(Tally.of(counts), rows);
        }

        static Check of(DryRun dryRun) {
            return of(dryRun.counts(), dryRun.rows().stream().map(Row::of).toList());
        }
    }

    /** A record that a row may be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Candidate(
            UUID id, String type, String title, @Nullable Double score, List<String> reasons) {

        static Candidate of(RowCandidate candidate, RecordRef name) {
            return new Candidate(name.id(), name.type(), name.title(), candidate.score(), candidate.reasons());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            long row,
            String outcome,
            @Nullable String title,
            @Nullable UUID recordId,
            @Nullable List<RowResult.Change> fields,
            @Nullable String reason,
            @Nullable String field,
            @Nullable Map<String, String> values,
            @Nullable List<Candidate> candidates) {

        static Row of(RowResult result) {
            return of(result, Map.of());
        }

        static Row of(RowResult result, Map<UUID, RecordRef> names) {
            var candidates = result.candidates().stream()
                    .flatMap(one -> Stream.ofNullable(names.get(one.id())).map(name -> Candidate.of(one, name)))
                    .toList();
            return new Row(
                    result.row(),
                    result.outcome().name().toLowerCase(Locale.ROOT),
                    result.title(),
                    result.recordId(),
                    result.fields(),
                    result.reason(),
                    result.field(),
                    result.values().isEmpty() ? null : result.values(),
                    candidates.isEmpty() ? null : candidates);
        }

        static Row of(Refusal refusal) {
            return new Row(
                    refusal.line(),
                    "refused",
                    null,
                    null,
                    null,
                    refusal.reason(),
                    refusal.field(),
                    refusal.cells(),
                    null);
        }
    }

    static ImportView of(Import file, List<Refusal> refusals, List<PastOffer> past, Instant now) {
        return of(file, new Shown(true, true, refusals, past), now);
    }

    /** As one of several: rows are asked for by themselves. */
    static ImportView whole(Import file, List<PastOffer> past, Instant now) {
        return of(file, new Shown(true, false, List.of(), past), now);
    }

    /** Without what only one import shows. */
    static ImportView brief(Import file, Instant now) {
        return of(file, new Shown(false, false, List.of(), List.of()), now);
    }

    /** @param mapping what is needed to map the file, @param rows those of its dry run */
    private record Shown(boolean mapping, boolean rows, List<Refusal> refusals, List<PastOffer> past) {

        <T> List<T> ofMapping(Supplier<List<T>> all) {
            return mapping ? all.get() : List.of();
        }

        @Nullable
        Check dryRun(Import file) {
            var dryRun = mapping ? file.dryRun() : null;
            return dryRun == null ? null : rows ? Check.of(dryRun) : Check.of(dryRun.counts(), List.of());
        }
    }

    private static ImportView of(Import file, Shown shown, Instant now) {
        boolean ran = file.startedAt() != null;
        var sets = file.changeSets().stream().map(set -> set.value()).toList();
        return new ImportView(
                file.id(),
                file.recordType(),
                file.fileName(),
                file.status().wire(),
                file.createdAt(),
                file.finishedAt(),
                shown.ofMapping(() -> file.columns().stream().map(Column::of).toList()),
                file.rowCount(),
                String.valueOf(file.format().delimiter()),
                file.format().encoding(),
                shown.ofMapping(() -> file.questions().stream().map(Asked::of).toList()),
                shown.ofMapping(file::matchKeys),
                shown.mapping() ? file.mapping() : null,
                shown.dryRun(file),
                WORKING.contains(file.status()) ? Progress.of(file, now) : null,
                ran
                        ? Check.of(
                                file.counts(),
                                shown.refusals().stream().map(Row::of).toList())
                        : null,
                sets.isEmpty() ? null : sets.getFirst(),
                sets,
                file.error(),
                file.setId(),
                Format.of(file.format()),
                file.notes(),
                shown.ofMapping(() -> DateQuestion.of(file)),
                file.ofChanges() ? "history" : "records",
                shown.past());
    }
}
