package dev.windrose.platform.people;

import dev.windrose.platform.id.TenantId;

/** A workspace as its people see it. A tenant is the same thing as the database sees it. */
public record Workspace(
        TenantId id, String name, String baseCurrency, String timeZone, String weekStart, int fiscalYearStartMonth) {}
