package dev.windrose.work;

import dev.windrose.crm.timeline.TimelineItem;
import dev.windrose.crm.timeline.TimelineQuery;
import dev.windrose.platform.ActorScope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about tasks that the generic queries do not answer. */
@Component
class TaskStore {

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TimelineItem> entries(TimelineQuery query) {
        return jdbc.sql("""
                        select * from (
                            select 'task' as kind, t.id, coalesce(t.completed_at, t.created_at) as at, t.title, t.description as text,
                                   t.created_by as by_id, null as by_name, 'task' as record_type, t.id as record_id, t.title as record_title,
                                   jsonb_build_object('status', t.status, 'due_date', t.due_date, 'assignee_id', t.assignee_id,
                                       'priority', t.priority, 'deal_id', t.deal_id, 'completed_at', t.completed_at) as details
                            from tasks t where t.tenant_id = :tenant and t.company_id = :company and t.deleted_at is null) entries
                        where %s order by at desc, id desc limit :limit
                        """.formatted(TimelineQuery.BELOW))
                .param("tenant", ActorScope.current().tenant().value())
                .params(query.parameters())
                .query((rs, _) -> TimelineItem.of(rs))
                .list();
    }
}
