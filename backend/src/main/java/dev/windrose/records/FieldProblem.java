package dev.windrose.records;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.List;
import java.util.Map;

/** What is wrong with one field of what was sent. */
public record FieldProblem(CommonError code, String field, String detail) {

    /** All of them at once, so that nobody corrects one after the other. The first decides the code. */
    public static AppException toException(List<FieldProblem> problems) {
        var first = problems.getFirst();
        List<Map<String, Object>> errors = problems.stream()
                .map(problem -> Map.<String, Object>of(
                        "field", problem.field(), "code", problem.code().id(), "detail", problem.detail()))
                .toList();
        return new AppException(first.code(), first.detail(), first.field(), Map.of("errors", errors));
    }
}
