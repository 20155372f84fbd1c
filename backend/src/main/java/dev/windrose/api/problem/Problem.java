package dev.windrose.api.problem;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** An error as callers read it. Further facts stand beside the standard members under their own names. */
public record Problem(int status, Map<String, Object> body) {

    private static final String TYPES = "https://windrose.dev/errors/";

    public static Problem of(AppException error) {
        return of(error.code().status(), error.code(), error.getMessage(), error.field(), error.details());
    }

    public static Problem of(ErrorCode code, String detail) {
        return of(code.status(), code, detail, null, Map.of());
    }

    static Problem of(
            int status, ErrorCode code, @Nullable String detail, @Nullable String field, Map<String, Object> details) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPES + code.id());
        body.put("title", title(code));
        body.put("status", status);
        body.put("detail", Optional.ofNullable(detail).orElse(title(code)));
        body.put("code", code.id());
        if (field != null) {
            body.put("field", field);
            body.put("errors", List.of(Map.of("field", field, "code", code.id(), "detail", body.get("detail"))));
        }
        details.forEach((name, value) -> {
            if (name.equals("errors") || !body.containsKey(name)) {
                body.put(name, value);
            }
        });
        body.put("request_id", Optional.ofNullable(MDC.get("request_id")).orElse(""));
        return new Problem(status, body);
    }

    private static String title(ErrorCode code) {
        String words = code.id().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
