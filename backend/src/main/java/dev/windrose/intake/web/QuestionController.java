package dev.windrose.intake.web;

import dev.windrose.intake.inbox.AnswerQuestion;
import dev.windrose.intake.inbox.Questions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What intake had to ask. */
@RestController
@RequestMapping("/api/v1/intake/questions")
class QuestionController {

    private final Questions questions;
    private final AnswerQuestion answer;
    private final QuestionJson json;

    QuestionController(Questions questions, AnswerQuestion answer, QuestionJson json) {
        this.questions = questions;
        this.answer = answer;
        this.json = json;
    }

    record Asked(List<Map<String, @Nullable Object>> data) {}

    /**
     * @param answer the value or the label of an option, the name of a record, or words
     * @param none nothing of what was offered is meant
     */
    record Body(@Nullable String answer, @Nullable Boolean none) {}

    /** Those that are open, the newest first. */
    @GetMapping
    Asked open() {
        return new Asked(questions.open().stream().map(json::of).toList());
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        return json.of(questions.get(id));
    }

    @PostMapping("/{id}/answer")
    Map<String, @Nullable Object> answer(@PathVariable UUID id, @RequestBody Body body) {
        if (Boolean.TRUE.equals(body.none())) {
            questions.noneFits(id);
        } else if (body.answer() == null) {
            throw new AppException(CommonError.REQUIRED, "Say the answer, or that none fits.", "answer");
        } else {
            answer.of(id, body.answer());
        }
        return json.of(questions.get(id));
    }
}
