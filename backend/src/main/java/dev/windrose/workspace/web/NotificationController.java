package dev.windrose.workspace.web;

import dev.windrose.records.RecordRef;
import dev.windrose.workspace.NotificationKind;
import dev.windrose.workspace.Notifications;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Each person reads their own; no role is needed for that. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    record By(@Nullable UUID id, String name) {}

    record View(
            UUID id,
            String kind,
            String title,
            @Nullable String text,
            RecordRef record,
            @Nullable By by,
            Instant at,
            @Nullable Instant readAt) {}

    record Page(List<View> data, long unreadCount, @Nullable UUID nextCursor) {}

    record Unread(long unreadCount) {}

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = notifications.list(unread, cursor, limit);
        return new Page(page.news().stream().map(NotificationController::view).toList(), page.unread(), page.next());
    }

    @PostMapping("/{id}/read")
    Unread read(@PathVariable UUID id) {
        return new Unread(notifications.read(id));
    }

    @PostMapping("/read-all")
    Unread readAll() {
        return new Unread(notifications.readAll());
    }

    private static View view(Notifications.Told told) {
        var news = told.news();
        String name = news.byName();
        return new View(
                news.id(),
                news.kind().wire(),
                title(news.kind(), name, told.about().title()),
                news.text(),
                told.about(),
                name == null ? null : new By(news.byId(), name),
                news.at(),
                news.readAt());
    }

    private static String title(NotificationKind kind, @Nullable String by, String record) {
        String who = by == null ? "Somebody" : by;
        return switch (kind) {
            case MENTION -> "%s mentioned you: %s".formatted(who, record);
            case ASSIGNMENT -> "%s made you responsible: %s".formatted(who, record);
            case TASK_DUE -> "Due today: %s".formatted(record);
            case REMINDER -> "Reminder: %s".formatted(record);
            case SHARED -> "%s shared with you: %s".formatted(who, record);
        };
    }
}
