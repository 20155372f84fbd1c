package dev.windrose.context.entry;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.cache.KeptPerTenant;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the workspace has set for each category of entries: review and retention. */
@Component
public class Categories {

    private static final int LONGEST = 3650;

    private final CategoryStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final KeptPerTenant<Map<EntryCategory, CategorySettings>> known;

    Categories(CategoryStore store, AuditLog audit, Clock clock, TransactionTemplate transactions) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.known = new KeptPerTenant<>(transactions, store::all);
    }

    public CategorySettings of(EntryCategory category) {
        return known.get().getOrDefault(category, CategorySettings.usual(category));
    }

    /** Of all eight. */
    @Transactional(readOnly = true)
    public List<CategorySettings> all() {
        Permissions.require(Operation.READ, "context");
        return Stream.of(EntryCategory.values()).map(this::of).toList();
    }

    @Transactional
    public CategorySettings change(CategorySettings settings) {
        Permissions.require(Operation.MANAGE, "context");
        check(settings);
        store.put(settings, clock.instant());
        known.forgetAfterwards();
        var action = settings.retentionAction();
        audit.append(AuditEntry.of(
                AuditAction.WORKSPACE_CHANGED,
                "Settings of " + settings.category().wire(),
                Map.of(
                        "review",
                        settings.review() ? "by " + settings.reviewerRole().wire() : "off",
                        "retention",
                        action == null
                                ? "for good"
                                : "%s after %d days".formatted(action.wire(), settings.retentionDays()))));
        return settings;
    }

    static void check(CategorySettings settings) {
        if (!settings.reviewerRole().atLeast(Role.MEMBER)) {
            throw new AppException(
                    CommonError.BAD_VALUE, "Whoever reviews must be able to write: a viewer is not.", "reviewer_role");
        }
        var days = settings.retentionDays();
        if ((days == null) != (settings.retentionAction() == null)) {
            throw new AppException(
                    CommonError.REQUIRED,
                    "Say both after how many days and what happens then, or neither.",
                    days == null ? "retention_days" : "retention_action");
        }
        if (days != null && (days < 1 || days > LONGEST)) {
            throw new AppException(CommonError.BAD_VALUE, "Retention is between 1 and 3650 days.", "retention_days");
        }
    }
}
