package dev.windrose.work.web;

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

/** Which status issues had, and who worked on them; what is known from before can be loaded. */
@RestController
@RequestMapping("/api/v1/issues/{id}")
class IssueHistoryController {

    private final Periods periods;

    IssueHistoryController(Periods periods) {
        this.periods = periods;
    }

    record Page(List<Period> data) {}

    record Load(List<PastPeriod> entries) {}

    @GetMapping("/status-history")
    Page status(@PathVariable UUID id) {
        return new Page(periods.of("issue", id, "status"));
    }

    @PostMapping("/status-history")
    Page loadStatus(@PathVariable UUID id, @RequestBody Load load) {
        return new Page(periods.load("issue", id, "status", load.entries()));
    }

    @GetMapping("/owner-history")
    Page assignees(@PathVariable UUID id) {
        return new Page(periods.of("issue", id, "assignee_id"));
    }

    @PostMapping("/owner-history")
    Page loadAssignees(@PathVariable UUID id, @RequestBody Load load) {
        return new Page(periods.load("issue", id, "assignee_id", load.entries()));
    }
}
