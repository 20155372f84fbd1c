package dev.windrose.workspace.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.workspace.view.OpenView;
import dev.windrose.workspace.view.SavedView.Layout;
import dev.windrose.workspace.view.SavedView.Visibility;
import dev.windrose.workspace.view.SavedViews;
import dev.windrose.workspace.view.ViewChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Views that people keep. */
@RestController
@RequestMapping("/api/v1/views")
class ViewController {

    private final SavedViews views;

    ViewController(SavedViews views) {
        this.views = views;
    }

    record Body(
            @Nullable String name,
            @Nullable String recordType,
            @Nullable String layout,
            @Nullable String visibility,
            @Nullable Map<String, @Nullable Object> query,
            @Nullable Boolean isDefault) {

        ViewChange change() {
            return new ViewChange(
                    name,
                    recordType,
                    layout == null ? null : constant(Layout.class, layout, "layout"),
                    visibility == null ? null : constant(Visibility.class, visibility, "visibility"),
                    query,
                    isDefault);
        }
    }

    record Problem(String message) {}

    record View(
            UUID id,
            String name,
            String recordType,
            String layout,
            String visibility,
            UUID ownerId,
            Map<String, @Nullable Object> query,
            boolean isDefault,
            boolean editable,
            long version,
            List<Problem> problems,
            Instant createdAt,
            Instant updatedAt) {

        static View of(OpenView open) {
            var view = open.view();
            return new View(
                    view.id(),
                    view.name(),
                    view.recordType(),
                    wire(view.layout()),
                    wire(view.visibility()),
                    view.owner().value(),
                    open.query(),
                    view.isDefault(),
                    open.editable(),
                    view.version(),
                    open.problems().stream().map(Problem::new).toList(),
                    view.createdAt(),
                    view.updatedAt());
        }
    }

    record Views(List<View> data) {}

    @GetMapping
    Views list(@RequestParam(name = "record_type") String recordType) {
        return new Views(views.of(recordType).stream().map(View::of).toList());
    }

    @GetMapping("/{id}")
    View get(@PathVariable UUID id) {
        return View.of(views.get(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View create(@RequestBody Body body) {
        return View.of(views.create(body.change()));
    }

    @PatchMapping("/{id}")
    View change(
            @PathVariable UUID id,
            @RequestBody Body body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        String version = seen == null ? "" : seen.replaceAll("\\D", "");
        return View.of(views.change(id, body.change(), version.isEmpty() ? null : Long.valueOf(version)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        views.delete(id);
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text, String member) {
        for (E constant : type.getEnumConstants()) {
            if (wire(constant).equals(text)) {
                return constant;
            }
        }
        throw new AppException(CommonError.BAD_VALUE, "\"%s\" is no %s.".formatted(text, member), member);
    }
}
