-- Files that go out with a mail.
alter table outbound_mails add column file_ids uuid[] not null default '{}';
