package dev.windrose.platform.jobs;

import dev.windrose.platform.Actor;
import dev.windrose.platform.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JobWorld {

    private JobWorld() {}

    static Actor freshTenant(JdbcClient jdbc) {
        var tenant = TenantId.next();
        jdbc.sql("""
                        insert into tenants (id, name, base_currency, time_zone, week_start, fiscal_year_start_month, created_at)
                        values (:id, 'Still Lagoon', 'EUR', 'UTC', 'monday', 1, now())
                        """).param("id", tenant.value()).update();
        return Actor.system(tenant);
    }
}
