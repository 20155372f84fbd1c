-- What was done in the workspace. Rows are added and read, never changed; seals make a change by somebody with more rights visible.
create table audit_log (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    at timestamptz not null,
    action text not null,
    actor_kind text not null,
    actor_name text not null,
    person_id uuid,
    record_type text,
    record_id uuid,
    title text not null,
    change_set_id uuid,
    evidence jsonb,
    request_id text,
    details jsonb not null default '{}',
    primary key (tenant_id, id)
);
create index audit_log_at on audit_log (tenant_id, at desc, id desc);
create index audit_log_person on audit_log (tenant_id, person_id, at desc, id desc);
create index audit_log_change_set on audit_log (tenant_id, change_set_id) where change_set_id is not null;
call protect_tenant_table('audit_log');
revoke update, delete on audit_log from ${appRole};

-- Entries that no seal covers yet, written with the entry. A queue, because entries are not committed in the order of their ids.
create table audit_unsealed (
    tenant_id uuid not null references tenants (id),
    entry_id uuid not null,
    primary key (tenant_id, entry_id)
);
call protect_tenant_table('audit_unsealed');
revoke update on audit_unsealed from ${appRole};

-- Each seal names its entries in order and carries the hash of the seal before it.
create table audit_seals (
    tenant_id uuid not null references tenants (id),
    number bigint not null,
    at timestamptz not null,
    entries uuid[] not null,
    entries_hash bytea not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (tenant_id, number)
);
call protect_tenant_table('audit_seals');
revoke update, delete on audit_seals from ${appRole};

-- SHA-256 of one entry in a form that does not depend on the session's settings.
create function audit_entry_hash(entry audit_log) returns bytea
language sql stable as $$
    select sha256(convert_to(cast(jsonb_build_array(
        entry.tenant_id, entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.action, entry.actor_kind,
        entry.actor_name, entry.person_id, entry.record_type, entry.record_id, entry.title, entry.change_set_id, entry.evidence,
        entry.request_id, entry.details) as text), 'UTF8'))
$$;

-- SHA-256 over the hashes of the named entries in their order. A missing entry changes it.
create function audit_entries_hash(of_tenant uuid, wanted uuid[]) returns bytea
language sql stable as $$
    select sha256(coalesce(string_agg(coalesce(audit_entry_hash(a), '\x00'), '' order by w.place), ''))
    from unnest(wanted) with ordinality w (id, place)
    left join audit_log a on a.tenant_id = of_tenant and a.id = w.id
$$;

create function audit_seal_hash(of_number bigint, sealed_at timestamptz, entries uuid[], entries_hash bytea, previous bytea) returns bytea
language sql stable as $$
    select sha256(previous || entries_hash || convert_to(cast(jsonb_build_array(
        of_number, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), to_jsonb(entries)) as text), 'UTF8'))
$$;

-- Seals up to 10,000 entries that wait. Answers how many it sealed.
create function seal_audit(of_tenant uuid, sealed_at timestamptz) returns int
language plpgsql as $$
declare
    waiting uuid[];
    last audit_seals;
    covered bytea;
begin
    perform pg_advisory_xact_lock(hashtextextended('audit ' || cast(of_tenant as text), 0));
    select array_agg(w.entry_id order by w.entry_id) into waiting
    from (select entry_id from audit_unsealed where tenant_id = of_tenant order by entry_id limit 10000) w;
    if waiting is null then
        return 0;
    end if;
    select * into last from audit_seals where tenant_id = of_tenant order by number desc limit 1;
    covered := audit_entries_hash(of_tenant, waiting);
    insert into audit_seals (tenant_id, number, at, entries, entries_hash, previous_hash, hash)
    values (of_tenant, coalesce(last.number, 0) + 1, sealed_at, waiting, covered, coalesce(last.hash, '\x00'),
        audit_seal_hash(coalesce(last.number, 0) + 1, sealed_at, waiting, covered, coalesce(last.hash, '\x00')));
    delete from audit_unsealed where tenant_id = of_tenant and entry_id = any(waiting);
    return cardinality(waiting);
end $$;

-- Which workspaces have entries to seal; names tenants only.
create function tenants_with_unsealed_audit() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select distinct tenant_id from audit_unsealed
$$;
revoke all on function tenants_with_unsealed_audit() from public;
grant execute on function tenants_with_unsealed_audit() to ${appRole};
