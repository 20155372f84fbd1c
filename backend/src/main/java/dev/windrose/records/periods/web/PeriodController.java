package dev.windrose.records.periods.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.periods.PastPeriod;
import dev.windrose.records.periods.Period;
import dev.windrose.records.periods.Periods;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which stages, states and owners records had; what is known from before can be loaded. */
@RestController
@RequestMapping("/api/v1/{plural}/{id}/{history:[a-z]+}-history")
class PeriodController {

    private final Periods periods;
    private final Descriptors descriptors;

    PeriodController(Periods periods, Descriptors descriptors) {
        this.periods = periods;
        this.descriptors = descriptors;
    }

    record Page(List<Period> data) {}

    record Load(List<PastPeriod> entries) {}

    @GetMapping
    Page of(@PathVariable String plural, @PathVariable UUID id, @PathVariable String history) {
        String type = descriptors.byPlural(plural).name();
        return new Page(periods.of(type, id, field(type, history)));
    }

    @PostMapping
    Page load(
            @PathVariable String plural, @PathVariable UUID id, @PathVariable String history, @RequestBody Load load) {
        String type = descriptors.byPlural(plural).name();
        return new Page(periods.load(type, id, field(type, history), load.entries()));
    }

    private String field(String type, String history) {
        return Optional.ofNullable(periods.histories(type).get(history))
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_FOUND, "No %s history is kept of %s.".formatted(history, type)));
    }
}
