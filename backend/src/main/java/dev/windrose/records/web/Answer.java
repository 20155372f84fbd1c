package dev.windrose.records.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What a write answers. */
record Answer(int status, Map<String, @Nullable Object> body) {

    ResponseEntity<Map<String, @Nullable Object>> entity() {
        var response = ResponseEntity.status(status);
        if (body.get("version") instanceof Number version) {
            response.eTag("\"%d\"".formatted(version.longValue()));
        }
        return response.body(body);
    }
}
