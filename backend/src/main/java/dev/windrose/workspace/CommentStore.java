package dev.windrose.workspace;

import dev.windrose.crm.timeline.TimelineItem;
import dev.windrose.crm.timeline.TimelineQuery;
import dev.windrose.crm.work.WorkItem;
import dev.windrose.crm.work.WorkQuery;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about comments that the generic queries do not answer. */
@Component
class CommentStore {

    private static final Duration MENTIONED_WITHIN = Duration.ofDays(28);

    /** What the usual records that comments are about are called. */
    private static final String TITLE = """
            case m.record_type
                when 'company' then (select r.name from companies r where r.tenant_id = m.tenant_id and r.id = cast(m.record_id as uuid){see:company:r})
                when 'contact' then (select r.name from contacts r where r.tenant_id = m.tenant_id and r.id = cast(m.record_id as uuid){see:contact:r})
                when 'deal' then (select r.name from deals r where r.tenant_id = m.tenant_id and r.id = cast(m.record_id as uuid){see:deal:r})
            end""";

    private final JdbcClient jdbc;
    private final AccessSql access;

    CommentStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Comments of the last weeks that mention somebody and that this person has not answered. */
    List<WorkItem> mentioning(WorkQuery query) {
        return jdbc.sql(access.guard("""
                        select 'comment' as type, m.id, left(m.body, 200) as title, m.body as text, null::date as due_date, m.created_at as at,
                               null as status, null as priority, null::uuid as company_id, null as company_name, m.record_type as about_type,
                               cast(m.record_id as uuid) as about_id, %s as about_title, p.name as by
                        from record_values v
                        join comments m on m.tenant_id = v.tenant_id and m.id = v.record_id
                        left join people p on p.tenant_id = m.tenant_id and p.id = m.created_by
                        where v.tenant_id = :tenant and v.record_type = 'comment' and v.field = 'mentions' and v.value = cast(:person as text)
                            and m.deleted_at is null and m.created_at > cast(:since as timestamptz) and m.created_by is distinct from :person
                            and not exists (select 1 from comments a where a.tenant_id = :tenant and a.parent_id = m.id
                                and a.created_by = :person and a.deleted_at is null){uses:comment:mentions}{see:comment:m}
                        order by m.created_at desc, m.id desc limit :limit
                        """.formatted(TITLE)))
                .param("tenant", ActorScope.current().tenant().value())
                .param("person", query.person().value())
                .param("since", query.now().minus(MENTIONED_WITHIN).toString())
                .param("limit", query.limit())
                .query((rs, _) -> WorkItem.of(rs))
                .list();
    }

    List<TimelineItem> entries(TimelineQuery query) {
        return jdbc.sql(access.guard("""
                        select * from (
                            select 'comment' as kind, m.id, m.created_at as at, m.body as title, null as text, m.created_by as by_id,
                                   null as by_name, commented.type as record_type, commented.id as record_id,
                                   commented.title as record_title,
                                   jsonb_build_object('mentions', {show:comment.mentions:m.mentions}, 'parent_id', {show:comment.parent_id:m.parent_id}) as details
                            from (select 'company' as type, c.id, c.name as title from companies c where c.tenant_id = :tenant and c.id = :company{see:company:c}
                                  union all
                                  select 'deal', d.id, coalesce(d.name, 'Deal') from deals d
                                  where d.tenant_id = :tenant and d.company_id = :company and d.deleted_at is null{uses:deal:company_id}{see:deal:d}
                                  union all
                                  select 'contact', p.id, coalesce(p.name, 'Contact') from contacts p
                                  where p.tenant_id = :tenant and p.company_id = :company and p.deleted_at is null{uses:contact:company_id}{see:contact:p}) commented
                            join comments m on m.tenant_id = :tenant and m.record_id_key = cast(commented.id as text) and m.deleted_at is null{see:comment:m}
                        ) entries
                        where %s order by at desc, id desc limit :limit
                        """.formatted(TimelineQuery.BELOW)))
                .param("tenant", ActorScope.current().tenant().value())
                .params(query.parameters())
                .query((rs, _) -> TimelineItem.of(rs))
                .list();
    }
}
