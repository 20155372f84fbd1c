package dev.windrose.agents.ask.web;

import dev.windrose.agents.ask.Answered;
import dev.windrose.agents.ask.Asks;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A question, answered of whatever the caller may see. */
@RestController
class AskController {

    private static final int EARLIER = 10;

    private final Asks asks;

    AskController(Asks asks) {
        this.asks = asks;
    }

    /** @param earlier what was asked before, the oldest first: "and in Germany?" goes on from it */
    record Body(@Nullable String text, @Nullable List<String> earlier) {}

    @PostMapping("/api/v1/ask")
    Map<String, Object> ask(@RequestBody Body body) {
        if (body.text() == null || body.text().isBlank()) {
            throw new AppException(CommonError.REQUIRED, "What is the question?", "text");
        }
        var earlier = body.earlier() == null ? List.<String>of() : body.earlier();
        if (earlier.size() > EARLIER) {
            throw new AppException(
                    CommonError.BAD_VALUE, "At most %d earlier questions.".formatted(EARLIER), "earlier");
        }
        return asks.of(body.text(), earlier).orElseGet(Answered::notKnown).json();
    }
}
