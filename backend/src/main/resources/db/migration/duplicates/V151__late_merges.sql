-- What was merged lately, for each write that may still name a merged record.
create index record_merges_late on record_merges (tenant_id, at) where state = 'merged';
