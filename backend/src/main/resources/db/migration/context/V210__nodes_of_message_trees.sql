-- The messages of trees of an earlier release become nodes: a headline, what it stands on above it, and the rest under it, in their order. A short
-- text is the title; a long one has its beginning as the title and all of it as the body; what is no text is kept whole in the body as a block of JSON.
create function tree_text_title(value text) returns text language sql immutable as $$
    with told as (
        select regexp_replace(value, '^\s+|\s+$', '', 'g') as text,
               -- Java counts such letters twice.
               case when value ~ '[\U00010000-\U0010FFFF]' then 249 else 500 end as longest),
    first as (select text, longest, regexp_replace(split_part(text, E'\n', 1), '\s+$', '') as line from told)
    select case
        when position(E'\n' in text) = 0 and length(text) <= longest then text
        when length(line) < longest then line || '…'
        else regexp_replace(left(line, longest - 2), '\s+$', '') || '…' end
    from first
$$;

create function tree_value_title(value jsonb, label text) returns text language sql immutable as $$
    with told as (
        select case
            when jsonb_typeof(value) = 'object' then (
                select value ->> name from unnest(array['text', 'title', 'name', 'headline', 'claim', 'value', 'statement', 'label', 'summary'])
                    with ordinality as names (name, place)
                where jsonb_typeof(value -> name) = 'string' order by place limit 1)
            when jsonb_typeof(value) in ('number', 'boolean') then value #>> '{}' end as text),
    line as (select regexp_replace(split_part(regexp_replace(coalesce(text, ''), '^\s+', ''), E'\n', 1), '\s+$', '') as text from told)
    select case when text = '' then label else tree_text_title(text) end from line
$$;

do $$
declare
    tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        with trees as (
            select t.*, gen_random_uuid() as headline_node, regexp_replace(coalesce(t.founding_narrative, ''), '^\s+|\s+$', '', 'g') as story
            from message_trees t
            where t.tenant_id = tenant and not exists (
                select 1 from context_entries e where e.tenant_id = tenant and e.tree_id = t.id)),
        stories as (
            select t.*, position(E'\n\n' in t.story) as gap from trees t),
        told as (
            select s.*, s.gap > 0 and left(s.story, s.gap - 1) !~ '^\s|\s$' and substr(s.story, s.gap + 2) !~ '^\s|\s$' as in_two from stories s),
        columns as (
            select t.id as tree, c.kind, c.label, c.place, jsonb_build_array(to_jsonb(c.text)) as list from told t cross join lateral (values
                ('problem', 'Problem', 1, case when t.in_two then left(t.story, t.gap - 1) else t.story end),
                ('change', 'Change', 2, case when t.in_two then substr(t.story, t.gap + 2) end),
                ('headline', 'Headline', 3, t.headline)) c (kind, label, place, text)
            where c.text is not null
            union all
            select t.id, c.kind, c.label, c.place,
                   case jsonb_typeof(c.list) when 'array' then c.list when 'null' then '[]' else jsonb_build_array(c.list) end
            from told t cross join lateral (values
                ('value_prop', 'Value proposition', 4, t.value_props),
                ('demonstrable_value', 'Demonstrable value', 5, t.demonstrable_value),
                ('craftsmanship', 'Craftsmanship', 6, t.demonstrable_craftsmanship),
                ('customer_proof', 'Customer proof', 7, t.demonstrable_users),
                ('technical_spec', 'Technical fact', 8, t.technical_specs)) c (kind, label, place, list)
            where c.list is not null),
        texts as (
            select c.tree, c.kind, c.place, v.ordinal,
                   case when jsonb_typeof(v.value) = 'string' then tree_text_title(v.value #>> '{}') else tree_value_title(v.value, c.label) end as title,
                   case when jsonb_typeof(v.value) <> 'string' then E'```json\n' || v.value::text || E'\n```'
                        else regexp_replace(v.value #>> '{}', '^\s+|\s+$', '', 'g') end as body
            from columns c cross join lateral jsonb_array_elements(c.list) with ordinality as v (value, ordinal)
            where jsonb_typeof(v.value) <> 'null' and not (jsonb_typeof(v.value) = 'string' and (v.value #>> '{}') ~ '^\s*$')),
        placed as (
            select x.*, row_number() over (partition by x.tree, x.place > 3 order by x.place, x.ordinal) as position from texts x)
        insert into context_entries (tenant_id, id, created_at, created_by, updated_at, deleted_at, owner_id, title, title_key, category, kind, status,
            body, audience, language, language_key, sensitivity, product_ids, tree_id, parent_id, position)
        select tenant, case when p.kind = 'headline' then t.headline_node else gen_random_uuid() end, t.updated_at, t.created_by, t.updated_at,
               t.deleted_at, t.owner_id, p.title,
               left(btrim(regexp_replace(lower(regexp_replace(normalize(p.title, NFKD), '[\u0300-\u036f]', '', 'g')), '\s+', ' ', 'g')), 399),
               'message_tree', p.kind, 'live', nullif(p.body, p.title), 'everyone', 'en', 'en', 'internal',
               case when t.product_id is not null then jsonb_build_array(t.product_id) end, t.id,
               case when p.place > 3 then t.headline_node end, p.position * 1000
        from placed p join told t on t.id = p.tree
        order by p.place;
        insert into record_values (tenant_id, record_type, field, value, record_id)
        select tenant, 'context_entry', 'product_ids', v.value, e.id
        from context_entries e cross join lateral jsonb_array_elements_text(e.product_ids) v
        where e.tenant_id = tenant and e.category = 'message_tree'
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;

drop function tree_value_title(jsonb, text);
drop function tree_text_title(text);
