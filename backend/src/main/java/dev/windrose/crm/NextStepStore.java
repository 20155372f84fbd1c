package dev.windrose.crm;

import dev.windrose.crm.work.WorkItem;
import dev.windrose.crm.work.WorkQuery;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NextStepStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    NextStepStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    List<WorkItem> due(WorkQuery query) {
        return jdbc.sql(access.guard("""
                        select 'deal' as type, d.id, coalesce(d.name, {show:deal.deal_id:d.deal_id}, 'Deal') as title,
                               {show:deal.next_step:d.next_step} as text, d.next_step_due as due_date, null::timestamptz as at,
                               {show:deal.stage:d.stage} as status, null as priority, {show:deal.company_id:d.company_id} as company_id,
                               {show:deal.company_id:c.name} as company_name,
                               null as about_type, null::uuid as about_id, null as about_title, null as by
                        from deals d left join companies c on c.tenant_id = d.tenant_id and c.id = d.company_id{see:company:c}
                        where d.tenant_id = :tenant and d.owner_id = :person and d.deal_state = 'open' and d.deleted_at is null
                            and d.next_step_due <= :today{uses:deal:deal_state,next_step_due}{see:deal:d}
                        order by d.next_step_due, d.id limit :limit
                        """))
                .param("tenant", ActorScope.current().tenant().value())
                .param("person", query.person().value())
                .param("today", query.today())
                .param("limit", query.limit())
                .query((rs, _) -> WorkItem.of(rs))
                .list();
    }
}
