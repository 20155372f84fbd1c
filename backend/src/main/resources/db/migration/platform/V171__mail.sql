-- The server that takes mail of a workspace.
create table mail_servers (
    tenant_id uuid not null primary key references tenants (id),
    host text not null,
    port int not null,
    security text not null check (security in ('none', 'starttls', 'tls')),
    user_name text,
    credential_id uuid,
    from_address text not null,
    from_name text,
    reply_to text,
    changed_at timestamptz not null,
    foreign key (tenant_id, credential_id) references credentials (tenant_id, id)
);
call protect_tenant_table('mail_servers');

-- Mail that goes out. Without a server it waits here.
create table outbound_mails (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    status text not null check (status in ('waiting', 'sending', 'sent', 'bounced', 'failed', 'suppressed', 'cancelled')),
    purpose text not null check (purpose in ('personal', 'marketing', 'service')),
    message_id text not null,
    to_addresses text[] not null,
    cc_addresses text[] not null,
    bcc_addresses text[] not null,
    subject text not null,
    body_text text not null,
    body_html text,
    in_reply_to text,
    reference_ids text[] not null,
    unsubscribe_hash bytea,
    unsubscribe_link text,
    record_type text,
    record_id uuid,
    created_by uuid,
    created_by_name text not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    attempts int not null default 0,
    requests int not null default 0,
    reason text,
    primary key (tenant_id, id),
    unique (tenant_id, message_id)
);
create index outbound_mails_newest on outbound_mails (tenant_id, created_at desc, id desc);
create index outbound_mails_status on outbound_mails (tenant_id, status, created_at desc, id desc);
call protect_tenant_table('outbound_mails');

-- Addresses that want or take no mail and that no known person has.
create table mail_suppressions (
    tenant_id uuid not null references tenants (id),
    address text not null,
    reason text not null,
    since timestamptz not null,
    primary key (tenant_id, address)
);
call protect_tenant_table('mail_suppressions');
