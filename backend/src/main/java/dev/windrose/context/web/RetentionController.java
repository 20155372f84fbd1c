package dev.windrose.context.web;

import dev.windrose.context.entry.CategorySettings;
import dev.windrose.context.entry.Retention;
import dev.windrose.platform.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What retention would do, before it is set. */
@RestController
@RequestMapping("/api/v1/context/retention")
class RetentionController {

    private static final int MOST = 200;

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    record DueView(
            UUID id, String title, String kind, @Nullable String status, Instant changedAt, String why) {

        static DueView of(Retention.Due due) {
            return new DueView(due.id().value(), due.title(), due.kind(), due.status(), due.changedAt(), due.why());
        }
    }

    /** @param more whether there are more than these */
    record Preview(List<DueView> data, boolean more) {}

    @GetMapping("/preview")
    Preview preview(@RequestParam String category, @RequestParam int days, @RequestParam String action) {
        var settings = new CategorySettings(
                EntryController.category(category), false, Role.ADMIN, days, ContextHomeController.action(action));
        var due = retention.preview(settings, MOST + 1);
        return new Preview(due.stream().limit(MOST).map(DueView::of).toList(), due.size() > MOST);
    }
}
