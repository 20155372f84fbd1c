package dev.windrose.crm.web;

import dev.windrose.records.periods.PastPeriod;
import dev.windrose.records.periods.Period;
import dev.windrose.records.periods.Periods;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which stages, states and owners deals and companies had; what is known from before can be loaded. */
@RestController
@RequestMapping("/api/v1")
class PeriodController {

    private final Periods periods;

    PeriodController(Periods periods) {
        this.periods = periods;
    }

    record Page(List<Period> data) {}

    record Load(List<PastPeriod> entries) {}

    @GetMapping("/deals/{id}/stage-history")
    Page stages(@PathVariable UUID id) {
        return new Page(periods.of("deal", id, "stage"));
    }

    @PostMapping("/deals/{id}/stage-history")
    Page loadStages(@PathVariable UUID id, @RequestBody Load load) {
        return new Page(periods.load("deal", id, "stage", load.entries()));
    }

    @GetMapping("/deals/{id}/owner-history")
    Page ownersOfDeal(@PathVariable UUID id) {
        return new Page(periods.of("deal", id, "owner_id"));
    }

    @PostMapping("/deals/{id}/owner-history")
    Page loadOwnersOfDeal(@PathVariable UUID id, @RequestBody Load load) {
        return new Page(periods.load("deal", id, "owner_id", load.entries()));
    }

    @GetMapping("/companies/{id}/state-history")
    Page states(@PathVariable UUID id) {
        return new Page(periods.of("company", id, "customer_state"));
    }

    @PostMapping("/companies/{id}/state-history")
    Page loadStates(@PathVariable UUID id, @RequestBody Load load) {
        return new Page(periods.load("company", id, "customer_state", load.entries()));
    }

    @GetMapping("/companies/{id}/owner-history")
    Page ownersOfCompany(@PathVariable UUID id) {
        return new Page(periods.of("company", id, "owner_id"));
    }

    @PostMapping("/companies/{id}/owner-history")
    Page loadOwnersOfCompany(@PathVariable UUID id, @RequestBody Load load) {
        return new Page(periods.load("company", id, "owner_id", load.entries()));
    }
}
