package dev.windrose.crm;

import dev.windrose.crm.timeline.TimelineItem;
import dev.windrose.crm.timeline.TimelineQuery;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about notes that the generic queries do not answer. */
@Component
class NoteStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    NoteStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    List<TimelineItem> entries(TimelineQuery query) {
        return jdbc.sql(access.guard("""
                        select * from (
                            select 'note' as kind, n.id, n.created_at as at, n.title, left({show:note.body:n.body}, 2000) as text, n.created_by as by_id,
                                   null as by_name, noted.type as record_type, noted.id as record_id, noted.title as record_title,
                                   jsonb_build_object('note_id', n.id, 'pinned', {show:note.pinned:n.pinned}) as details
                            from (select 'company' as type, c.id, c.name as title from companies c where c.tenant_id = :tenant and c.id = :company{see:company:c}
                                  union all
                                  select 'deal', d.id, coalesce(d.name, 'Deal') from deals d
                                  where d.tenant_id = :tenant and d.company_id = :company and d.deleted_at is null{uses:deal:company_id}{see:deal:d}
                                  union all
                                  select 'contact', p.id, coalesce(p.name, 'Contact') from contacts p
                                  where p.tenant_id = :tenant and p.company_id = :company and p.deleted_at is null{uses:contact:company_id}{see:contact:p}) noted
                            join notes n on n.tenant_id = :tenant and n.record_id_key = cast(noted.id as text) and n.deleted_at is null{see:note:n}
                        ) entries
                        where %s order by at desc, id desc limit :limit
                        """.formatted(TimelineQuery.BELOW)))
                .param("tenant", ActorScope.current().tenant().value())
                .params(query.parameters())
                .query((rs, _) -> TimelineItem.of(rs))
                .list();
    }
}
