package dev.windrose.intake.web;

import dev.windrose.intake.FindRecords;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The palette: records by their names. */
@RestController
class FindController {

    private final FindRecords find;

    FindController(FindRecords find) {
        this.find = find;
    }

    @GetMapping("/api/v1/find")
    Map<String, Object> find(
            @RequestParam String q,
            @RequestParam(defaultValue = "") List<String> types,
            @RequestParam(defaultValue = "8") int limit) {
        return Map.of("data", find.find(q, types, limit));
    }
}
