package dev.windrose.api.problem;

import dev.windrose.platform.error.AppException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem from a filter, where no controller runs. */
@Component
public class WriteProblem {

    private final JsonMapper json;

    WriteProblem(JsonMapper json) {
        this.json = json;
    }

    public void to(HttpServletResponse response, AppException error) throws IOException {
        var problem = Problem.of(error);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (error.details().get("retry_after") instanceof Number seconds) {
            response.setHeader("Retry-After", seconds.toString());
        }
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }
}
