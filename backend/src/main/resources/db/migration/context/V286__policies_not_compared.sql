-- Two policies that ask about too many facts to try all combinations: that they were not compared is kept like any finding.
alter table policy_findings drop constraint policy_findings_finding_check;
alter table policy_findings add constraint policy_findings_finding_check check (finding in ('conflict', 'gap', 'overlap', 'uncompared'));
