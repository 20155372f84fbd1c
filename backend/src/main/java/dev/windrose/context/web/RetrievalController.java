package dev.windrose.context.web;

import dev.windrose.context.retrieval.AnswerFromContext;
import dev.windrose.context.retrieval.ContextAnswer;
import dev.windrose.context.retrieval.Passage;
import dev.windrose.context.retrieval.Question;
import dev.windrose.context.retrieval.Retrieve;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passages that answer a question, of whatever the caller may see. */
@RestController
@RequestMapping("/api/v1/context")
class RetrievalController {

    private static final int USUAL = 10;

    private final Retrieve retrieve;
    private final AnswerFromContext answers;

    RetrievalController(Retrieve retrieve, AnswerFromContext answers) {
        this.retrieve = retrieve;
        this.answers = answers;
    }

    /**
     * A question over HTTP.
     *
     * @param types record types
     * @param audience {@code outsider} for only what anybody may read
     * @param status {@code any} for entries that are not live as well
     */
    record Body(
            @Nullable String text,
            @Nullable Integer limit,
            @Nullable List<String> categories,
            @Nullable String productId,
            @Nullable String segment,
            @Nullable String language,
            @Nullable List<String> types,
            @Nullable String audience,
            @Nullable String status) {

        Question question() {
            if (text == null || text.isBlank()) {
                throw new AppException(CommonError.REQUIRED, "What is the question?", "text");
            }
            return new Question(
                    text,
                    limit == null ? USUAL : limit,
                    Objects.requireNonNullElse(categories, List.of()),
                    productId,
                    segment,
                    language,
                    Objects.requireNonNullElse(types, List.of()),
                    one(audience, "outsider", "audience"),
                    one(status, "any", "status"));
        }

        private static boolean one(@Nullable String given, String known, String field) {
            if (given != null && !given.equals(known)) {
                throw new AppException(
                        CommonError.BAD_VALUE, "This is either left out or \"%s\".".formatted(known), field);
            }
            return given != null;
        }
    }

    @PostMapping("/search")
    Map<String, Object> search(@RequestBody Body body) {
        return Map.of(
                "data",
                retrieve.find(body.question()).stream()
                        .map(RetrievalController::json)
                        .toList());
    }

    record Asked(@Nullable String text) {}

    /** Quotes of live entries; {@code answer} is null where nothing fits. */
    @PostMapping("/answer")
    Map<String, @Nullable Object> answer(@RequestBody Asked body) {
        if (body.text() == null || body.text().isBlank()) {
            throw new AppException(CommonError.REQUIRED, "What is the question?", "text");
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "answer", answers.of(body.text()).map(RetrievalController::json).orElse(null));
        return json;
    }

    private static Map<String, Object> json(ContextAnswer answer) {
        return Map.of(
                "text",
                answer.text(),
                "sources",
                answer.sources().stream()
                        .map(source -> Map.of(
                                "record",
                                record(source.entry()),
                                "version",
                                source.version(),
                                "heading",
                                source.heading(),
                                "quote",
                                source.quote(),
                                "sensitivity",
                                source.sensitivity(),
                                "why",
                                source.why()))
                        .toList());
    }

    private static Map<String, Object> record(RecordRef source) {
        return Map.of("id", source.id().toString(), "type", source.type(), "title", source.title());
    }

    static Map<String, @Nullable Object> json(Passage passage) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var source = passage.source();
        json.put("record", Map.of("id", source.id().toString(), "type", source.type(), "title", source.title()));
        json.put("version", passage.version());
        json.put("heading", passage.heading());
        json.put("text", passage.text());
        json.put("highlights", passage.highlights());
        json.put("sensitivity", passage.sensitivity());
        json.put("category", passage.category());
        var score = new LinkedHashMap<String, @Nullable Object>();
        score.put("fused", passage.score().fused());
        score.put("words", passage.score().words());
        score.put("words_rank", passage.score().wordsRank());
        score.put("meaning", passage.score().meaning());
        score.put("meaning_rank", passage.score().meaningRank());
        json.put("score", score);
        return json;
    }
}
