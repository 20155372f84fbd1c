package dev.windrose.records.access.web;

import dev.windrose.records.Descriptors;
import dev.windrose.records.access.ExplainAccess;
import dev.windrose.records.access.PersonAccess;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why somebody sees a record. */
@RestController
class ExplainController {

    private final Descriptors descriptors;
    private final ExplainAccess explain;

    ExplainController(Descriptors descriptors, ExplainAccess explain) {
        this.descriptors = descriptors;
        this.explain = explain;
    }

    record Somebody(UUID id, String name, String role) {}

    record View(Somebody person, String level, List<PersonAccess.Reason> reasons) {

        static View of(PersonAccess access) {
            var person = access.person();
            return new View(
                    new Somebody(
                            person.id().value(), person.name(), person.role().wire()),
                    access.writes() ? "write" : access.reads() ? "read" : "none",
                    access.reasons());
        }
    }

    record Views(List<View> people) {}

    @GetMapping("/api/v1/{plural}/{id}/access")
    Views of(@PathVariable String plural, @PathVariable UUID id) {
        return new Views(explain.of(descriptors.byPlural(plural), id).stream()
                .map(View::of)
                .toList());
    }
}
