package dev.windrose.platform.people;

import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import dev.windrose.platform.id.TenantId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** New settings of a workspace; a null leaves the setting as it is, and in a new workspace takes the default. */
public record WorkspaceChange(
        @Nullable String name,
        @Nullable String baseCurrency,
        @Nullable String timeZone,
        @Nullable String weekStart,
        @Nullable Integer fiscalYearStartMonth) {

    private static final Set<String> WEEK_STARTS = Set.of("monday", "saturday", "sunday");

    public static WorkspaceChange named(String name) {
        return new WorkspaceChange(name, null, null, null, null);
    }

    Workspace first(TenantId id) {
        return on(new Workspace(id, "", "USD", "UTC", "monday", 1));
    }

    Workspace on(Workspace old) {
        var violations = new Violations();
        var changed = new Workspace(
                old.id(),
                violations.text(Optional.ofNullable(name).orElse(old.name()), "name", "The name of the workspace", 120),
                currency(Optional.ofNullable(baseCurrency).orElse(old.baseCurrency()), violations),
                zone(Optional.ofNullable(timeZone).orElse(old.timeZone()), violations),
                Optional.ofNullable(weekStart).orElse(old.weekStart()),
                Optional.ofNullable(fiscalYearStartMonth).orElse(old.fiscalYearStartMonth()));
        if (!WEEK_STARTS.contains(changed.weekStart())) {
            violations.add(CommonError.BAD_VALUE, "week_start", "The week starts on monday, saturday or sunday.");
        }
        if (changed.fiscalYearStartMonth() < 1 || changed.fiscalYearStartMonth() > 12) {
            violations.add(
                    CommonError.BAD_VALUE,
                    "fiscal_year_start_month",
                    "The first month of the fiscal year is a number from 1 to 12.");
        }
        violations.throwIfAny();
        return changed;
    }

    private static String currency(String code, Violations violations) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            violations.add(CommonError.BAD_VALUE, "base_currency", "A currency is an ISO 4217 code such as EUR.");
            return code;
        }
    }

    static String zone(String id, Violations violations) {
        try {
            return ZoneId.of(id).getId();
        } catch (DateTimeException e) {
            violations.add(CommonError.BAD_VALUE, "time_zone", "A time zone is a name such as Europe/Berlin.");
            return id;
        }
    }
}
