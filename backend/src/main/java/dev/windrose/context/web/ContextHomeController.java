package dev.windrose.context.web;

import dev.windrose.context.entry.Categories;
import dev.windrose.context.entry.CategorySettings;
import dev.windrose.context.entry.DetailField;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryHome;
import dev.windrose.context.entry.HealthSource;
import dev.windrose.context.entry.RetentionAction;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TypedId;
import java.util.List;
import java.util.Locale;
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

/** The categories at a glance, their kinds, and what is set for each. */
@RestController
@RequestMapping("/api/v1/context")
class ContextHomeController {

    private final EntryHome home;
    private final Categories categories;

    ContextHomeController(EntryHome home, Categories categories) {
        this.home = home;
        this.categories = categories;
    }

    record FindingView(String code, String text, List<UUID> entries) {

        static FindingView of(HealthSource.Finding finding) {
            return new FindingView(
                    finding.code(),
                    finding.text(),
                    finding.entries().stream().map(TypedId::value).toList());
        }
    }

    record HealthView(
            List<EntryHome.Gap> gaps,
            long expired,
            long expiring,
            long inReview,
            long waiting,
            List<FindingView> contradictions) {}

    record PartView(String category, long entries, Map<String, Long> byStatus, HealthView health) {

        static PartView of(EntryHome.Part part) {
            var health = part.health();
            return new PartView(
                    part.category().wire(),
                    part.entries(),
                    part.byStatus(),
                    new HealthView(
                            health.gaps(),
                            health.expired(),
                            health.expiring(),
                            health.inReview(),
                            health.waiting(),
                            health.contradictions().stream()
                                    .map(FindingView::of)
                                    .toList()));
        }
    }

    record HomeView(List<PartView> categories) {}

    record FieldView(
            String name,
            String label,
            String type,
            boolean required,
            List<String> choices,
            @Nullable String ref,
            List<FieldView> parts,
            String help) {

        static FieldView of(DetailField field) {
            return new FieldView(
                    field.name(),
                    field.label(),
                    field.type().name().toLowerCase(Locale.ROOT),
                    field.required(),
                    field.choices(),
                    field.ref(),
                    field.parts().stream().map(FieldView::of).toList(),
                    field.help());
        }
    }

    record KindView(String kind, List<FieldView> details) {}

    record KindsView(String category, List<KindView> kinds) {}

    record AllKinds(List<KindsView> data) {}

    record SettingsView(
            String category,
            boolean review,
            String reviewerRole,
            @Nullable Integer retentionDays,
            @Nullable String retentionAction) {

        static SettingsView of(CategorySettings settings) {
            var action = settings.retentionAction();
            return new SettingsView(
                    settings.category().wire(),
                    settings.review(),
                    settings.reviewerRole().wire(),
                    settings.retentionDays(),
                    action == null ? null : action.wire());
        }
    }

    record SettingsViews(List<SettingsView> data) {}

    record SettingsBody(
            boolean review,
            @Nullable String reviewerRole,
            @Nullable Integer retentionDays,
            @Nullable String retentionAction) {

        CategorySettings settings(EntryCategory category) {
            return new CategorySettings(category, review, role(reviewerRole), retentionDays, action(retentionAction));
        }
    }

    @GetMapping
    HomeView home() {
        return new HomeView(home.parts().stream().map(PartView::of).toList());
    }

    /** Which kinds there are, with the typed fields of their details. */
    @GetMapping("/kinds")
    AllKinds kinds() {
        return new AllKinds(Stream.of(EntryCategory.values())
                .map(category -> new KindsView(
                        category.wire(),
                        category.kinds().stream()
                                .map(kind -> new KindView(
                                        kind.wire(),
                                        kind.fields().stream()
                                                .map(FieldView::of)
                                                .toList()))
                                .toList()))
                .toList());
    }

    @GetMapping("/categories")
    SettingsViews settings() {
        return new SettingsViews(categories.all().stream().map(SettingsView::of).toList());
    }

    @PutMapping("/categories/{category}")
    SettingsView change(@PathVariable String category, @RequestBody SettingsBody body) {
        return SettingsView.of(categories.change(body.settings(EntryController.category(category))));
    }

    private static Role role(@Nullable String wire) {
        return wire == null
                ? Role.ADMIN
                : Role.of(wire)
                        .orElseThrow(() -> new AppException(
                                CommonError.BAD_VALUE, "\"%s\" is no role.".formatted(wire), "reviewer_role"));
    }

    static @Nullable RetentionAction action(@Nullable String wire) {
        return wire == null
                ? null
                : RetentionAction.of(wire)
                        .orElseThrow(() -> new AppException(
                                CommonError.BAD_VALUE,
                                "Retention expires, archives or deletes: expire, archive or delete.",
                                "retention_action"));
    }
}
