package dev.windrose.workspace;

import dev.windrose.crm.timeline.TimelineItem;
import dev.windrose.crm.timeline.TimelineQuery;
import dev.windrose.platform.ActorScope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about comments that the generic queries do not answer. */
@Component
class CommentStore {

    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TimelineItem> entries(TimelineQuery query) {
        return jdbc.sql("""
                        select * from (
                            select 'comment' as kind, m.id, m.created_at as at, m.body as title, null as text, m.created_by as by_id,
                                   null as by_name, commented.type as record_type, commented.id as record_id,
                                   commented.title as record_title,
                                   jsonb_build_object('mentions', m.mentions, 'parent_id', m.parent_id) as details
                            from (select 'company' as type, c.id, c.name as title from companies c where c.tenant_id = :tenant and c.id = :company
                                  union all
                                  select 'deal', d.id, coalesce(d.name, 'Deal') from deals d
                                  where d.tenant_id = :tenant and d.company_id = :company and d.deleted_at is null
                                  union all
                                  select 'contact', p.id, coalesce(p.name, 'Contact') from contacts p
                                  where p.tenant_id = :tenant and p.company_id = :company and p.deleted_at is null) commented
                            join comments m on m.tenant_id = :tenant and m.record_id_key = cast(commented.id as text) and m.deleted_at is null
                        ) entries
                        where %s order by at desc, id desc limit :limit
                        """.formatted(TimelineQuery.BELOW))
                .param("tenant", ActorScope.current().tenant().value())
                .params(query.parameters())
                .query((rs, _) -> TimelineItem.of(rs))
                .list();
    }
}
