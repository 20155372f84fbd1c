package dev.windrose.crm.web;

import dev.windrose.crm.work.MyWork;
import dev.windrose.crm.work.WorkItem;
import dev.windrose.crm.work.WorkSource.Section;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MyWorkController {

    private final MyWork work;

    MyWorkController(MyWork work) {
        this.work = work;
    }

    record View(
            List<WorkItem> overdueTasks,
            List<WorkItem> dueTasks,
            List<WorkItem> nextSteps,
            List<WorkItem> mentions,
            List<WorkItem> reminders) {}

    @GetMapping("/api/v1/my-work")
    View work() {
        Permissions.require(Operation.READ, "task");
        var items = work.read();
        return new View(
                items.getOrDefault(Section.OVERDUE_TASKS, List.of()),
                items.getOrDefault(Section.DUE_TASKS, List.of()),
                items.getOrDefault(Section.NEXT_STEPS, List.of()),
                items.getOrDefault(Section.MENTIONS, List.of()),
                items.getOrDefault(Section.REMINDERS, List.of()));
    }
}
