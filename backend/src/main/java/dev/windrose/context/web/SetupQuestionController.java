package dev.windrose.context.web;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.policy.CompileClause;
import dev.windrose.context.transfer.SetupAnswers;
import dev.windrose.context.transfer.SetupQuestion;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questions of the set-up, with the entries that the answers would become. They are written as any other transfer. */
@RestController
@RequestMapping("/api/v1/context/transfer/questions")
class SetupQuestionController {

    private final SetupAnswers answers;
    private final CompileClause compile;

    SetupQuestionController(SetupAnswers answers, CompileClause compile) {
        this.answers = answers;
        this.compile = compile;
    }

    record Answer(@Nullable String answer, @Nullable Boolean skipped) {}

    @GetMapping
    Map<String, @Nullable Object> list() {
        Permissions.require(Operation.READ, ContextEntry.TYPE);
        return view(answers.current());
    }

    @PutMapping("/{question}")
    Map<String, @Nullable Object> answer(@PathVariable String question, @RequestBody Answer body) {
        Permissions.require(Operation.CREATE, ContextEntry.TYPE);
        var asked = SetupQuestion.of(question)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such question."));
        return view(answers.answer(
                asked, Objects.requireNonNullElse(body.answer(), ""), Boolean.TRUE.equals(body.skipped())));
    }

    private Map<String, @Nullable Object> view(SetupAnswers.Standing standing) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "transfer_id",
                standing.transfer() == null ? null : standing.transfer().toString());
        json.put("data", standing.questions().stream().map(this::view).toList());
        return json;
    }

    private Map<String, @Nullable Object> view(SetupAnswers.Asked asked) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("question", asked.question().wire());
        json.put("text", asked.question().text());
        json.put("help", asked.question().help());
        json.put("example", asked.question().example());
        json.put("answer", asked.answer());
        json.put("skipped", asked.skipped());
        json.put(
                "items",
                asked.items().stream()
                        .map(item -> TransferJson.whole(item, compile))
                        .toList());
        return json;
    }
}
