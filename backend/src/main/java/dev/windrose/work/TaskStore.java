package dev.windrose.work;

import dev.windrose.crm.timeline.TimelineItem;
import dev.windrose.crm.timeline.TimelineQuery;
import dev.windrose.crm.work.WorkItem;
import dev.windrose.crm.work.WorkQuery;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about tasks that the generic queries do not answer. */
@Component
class TaskStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    TaskStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    List<WorkItem> overdue(WorkQuery query) {
        return open("t.due_date < :today{uses:task:due_date}", "t.due_date, t.id", query);
    }

    /** Today, and within a week. */
    List<WorkItem> due(WorkQuery query) {
        return open(
                "t.due_date between :today and cast(:today as date) + 7{uses:task:due_date}",
                "t.due_date, t.id",
                query);
    }

    List<WorkItem> reminders(WorkQuery query) {
        return open("t.remind_at <= cast(:now as timestamptz){uses:task:remind_at}", "t.remind_at, t.id", query);
    }

    private List<WorkItem> open(String condition, String order, WorkQuery query) {
        return jdbc.sql(access.guard("""
                        select 'task' as type, t.id, t.title, {show:task.description:t.description} as text, {show:task.due_date:t.due_date} as due_date,
                               {show:task.remind_at:t.remind_at} as at, t.status, {show:task.priority:t.priority} as priority,
                               {show:task.company_id:t.company_id} as company_id, {show:task.company_id:c.name} as company_name,
                               case when t.deal_id is not null then 'deal' end as about_type,
                               {show:task.deal_id:t.deal_id} as about_id, {show:task.deal_id:d.name} as about_title, null as by
                        from tasks t
                        left join companies c on c.tenant_id = t.tenant_id and c.id = t.company_id{see:company:c}
                        left join deals d on d.tenant_id = t.tenant_id and d.id = t.deal_id{see:deal:d}
                        where t.tenant_id = :tenant and t.assignee_id = :person and t.status in ('open', 'in_progress')
                            and t.deleted_at is null and %s{uses:task:assignee_id,status}{see:task:t}
                        order by %s limit :limit
                        """.formatted(condition, order)))
                .param("tenant", ActorScope.current().tenant().value())
                .param("person", query.person().value())
                .param("today", query.today())
                .param("now", query.now().toString())
                .param("limit", query.limit())
                .query((rs, _) -> WorkItem.of(rs))
                .list();
    }

    List<TimelineItem> entries(TimelineQuery query) {
        return jdbc.sql(access.guard("""
                        select * from (
                            select 'task' as kind, t.id, coalesce({show:task.completed_at:t.completed_at}, t.created_at) as at, t.title, t.description as text,
                                   t.created_by as by_id, null as by_name, 'task' as record_type, t.id as record_id, t.title as record_title,
                                   jsonb_build_object('status', t.status, 'due_date', t.due_date, 'assignee_id', t.assignee_id,
                                       'priority', t.priority, 'deal_id', t.deal_id, 'completed_at', t.completed_at) as details
                            from tasks t where t.tenant_id = :tenant and t.company_id = :company and t.deleted_at is null{uses:task:company_id}{see:task:t}) entries
                        where %s order by at desc, id desc limit :limit
                        """.formatted(TimelineQuery.BELOW)))
                .param("tenant", ActorScope.current().tenant().value())
                .params(query.parameters())
                .query((rs, _) -> TimelineItem.of(rs))
                .list();
    }
}
