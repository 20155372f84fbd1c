package dev.windrose.context.web;

import dev.windrose.context.entry.Clearances;
import dev.windrose.context.entry.Clearances.Clearance;
import dev.windrose.context.entry.CountBySensitivity;
import dev.windrose.context.entry.Sensitivity;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The highest sensitivity that each person may read. */
@RestController
@RequestMapping("/api/v1/context/clearances")
class ClearanceController {

    private final Clearances clearances;
    private final CountBySensitivity counts;

    ClearanceController(Clearances clearances, CountBySensitivity counts) {
        this.clearances = clearances;
        this.counts = counts;
    }

    /** @param own false where it follows from the role */
    record View(UUID personId, String name, String role, String highest, boolean own) {

        static View of(Clearance clearance) {
            var person = clearance.person();
            return new View(
                    person.id().value(),
                    person.name(),
                    person.role().wire(),
                    clearance.highest().wire(),
                    clearance.own());
        }
    }

    /** What somebody of a role reads up to, unless it is changed for the person. */
    record Usual(String role, String highest) {}

    /** @param entries by sensitivity, of those that the caller may read */
    record Views(List<View> data, List<Usual> usual, Map<String, Long> entries) {}

    /** @param highest null for that of the role */
    record Change(@Nullable String highest) {}

    @GetMapping
    Views all() {
        var entries = new LinkedHashMap<String, Long>();
        counts.entries().forEach((sensitivity, count) -> entries.put(sensitivity.wire(), count));
        return new Views(
                clearances.all().stream().map(View::of).toList(),
                Stream.of(Role.values())
                        .map(role ->
                                new Usual(role.wire(), Clearances.usual(role).wire()))
                        .toList(),
                entries);
    }

    @PutMapping("/{person}")
    View change(@PathVariable UUID person, @RequestBody Change body) {
        return View.of(clearances.change(new PersonId(person), sensitivity(body.highest())));
    }

    private static @Nullable Sensitivity sensitivity(@Nullable String wire) {
        return wire == null
                ? null
                : Sensitivity.of(wire)
                        .orElseThrow(() -> new AppException(
                                CommonError.BAD_VALUE,
                                "A sensitivity is public, internal or confidential.",
                                "highest"));
    }
}
