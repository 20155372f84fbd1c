package dev.windrose.intake.web;

import dev.windrose.intake.learning.Evaluation;
import dev.windrose.intake.learning.Example;
import dev.windrose.intake.learning.ExampleUse;
import dev.windrose.intake.learning.Examples;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.People;
import dev.windrose.records.query.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people taught the reader, and how right it was. */
@RestController
@RequestMapping("/api/v1/intake")
class LearningController {

    private final Examples examples;
    private final Evaluation evaluation;
    private final Records records;
    private final People people;

    LearningController(Examples examples, Evaluation evaluation, Records records, People people) {
        this.examples = examples;
        this.evaluation = evaluation;
        this.records = records;
        this.people = people;
    }

    record Named(UUID id, @Nullable String name) {}

    record Titled(String type, UUID id, String title) {}

    record View(
            UUID id,
            Instant at,
            String kind,
            String kindText,
            String text,
            String entity,
            @Nullable String op,
            @Nullable String field,
            @Nullable String read,
            @Nullable String right,
            @Nullable Titled record,
            @Nullable Named person,
            String engine,
            @Nullable UUID promptLogId,
            long used,
            @Nullable Instant lastUsedAt,
            boolean active) {}

    record Page(List<View> data, @Nullable UUID nextCursor, long total) {}

    record RecordId(String type, UUID id) {}

    record Body(
            @Nullable String kind,
            @Nullable String text,
            @Nullable RecordId record) {}

    /** The newest first. The cursor is the id of the last one. */
    @GetMapping("/examples")
    Page page(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = examples.page(kind, entity, field, q, cursor, limit);
        var names = people.names(page.examples().stream()
                .map(Example::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new Page(
                page.examples().stream().map(example -> view(example, names)).toList(),
                page.next() ? page.examples().getLast().id() : null,
                page.total());
    }

    @PostMapping("/examples")
    @ResponseStatus(HttpStatus.CREATED)
    View teach(@RequestBody Body body) {
        var record = body.record();
        if (!"alias".equals(body.kind()) || body.text() == null || record == null) {
            throw new AppException(
                    CommonError.REQUIRED, "By hand a name is taught: kind alias, text and record.", "kind");
        }
        return view(examples.alias(body.text(), record.type(), record.id()));
    }

    @DeleteMapping("/examples/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id) {
        examples.forget(id);
    }

    record Uses(List<ExampleUse> data) {}

    /** The last messages that were read with it. */
    @GetMapping("/examples/{id}/uses")
    Uses uses(@PathVariable UUID id) {
        return new Uses(examples.uses(id));
    }

    @PostMapping("/examples/{id}/restore")
    View restore(@PathVariable UUID id) {
        return view(examples.restore(id));
    }

    /** The last twelve weeks where no days are given. */
    @GetMapping("/evaluation")
    Evaluation.Report evaluation(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return evaluation.report(from, to);
    }

    private View view(Example example) {
        return view(example, people.names(Stream.ofNullable(example.person()).toList()));
    }

    /** Of a record that is not seen by whoever asks nothing is said. */
    private View view(Example example, Map<UUID, String> names) {
        var type = example.recordType();
        var record = example.record();
        @Nullable
        Titled titled = type == null || record == null
                ? null
                : records.find(type, record)
                        .map(found -> new Titled(type, record, found.title()))
                        .orElse(null);
        return new View(
                example.id(),
                example.at(),
                example.kind().wire(),
                example.kind().sentence(),
                example.words(),
                example.entity(),
                example.op(),
                example.field(),
                example.read(),
                example.right(),
                titled,
                example.person() == null ? null : new Named(example.person(), names.get(example.person())),
                example.engine(),
                example.promptLog(),
                example.used(),
                example.lastUsed(),
                example.active());
    }
}
