'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { levels, ruledRoles, ruleOf, saveRules, useRules, withRule, type AccessRule, type Level } from '@/lib/access';
import { cn } from '@/lib/cn';
import { useTypes, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { can, useSession } from '@/lib/session';
import { MaskSettings } from './mask-settings';
import { SettingsFrame } from './settings-frame';

export function AccessSettings() {
  const rules = useRules();
  const types = useTypes();
  const mayManage = can(useSession().data, 'workspace.manage');
  const error = rules.error ?? types.error;
  return (
    <SettingsFrame title="Who sees what" lead="How far each role reaches, for each record type. Owners and admins always see everything." permission="workspace.read" wide>
      {error ? <ErrorState error={error} retry={() => { void rules.refetch(); void types.refetch(); }} /> : !rules.data || !types.data ? <SkeletonRows /> : (
        <div className="flex flex-col gap-8">
          <Matrix key={JSON.stringify(rules.data)} rules={rules.data} types={types.data} mayManage={mayManage} />
          <MaskSettings types={types.data} mayManage={mayManage} />
        </div>
      )}
    </SettingsFrame>
  );
}

function Matrix({ rules: saved, types, mayManage }: { rules: AccessRule[]; types: RecordType[]; mayManage: boolean }) {
  const client = useQueryClient();
  const [rules, setRules] = useState(saved);
  const [all, setAll] = useState(false);
  const [busy, setBusy] = useState(false);
  const changed = JSON.stringify(rules) !== JSON.stringify(saved);
  const usual = new Set(['company', 'contact', 'deal', 'product', 'interaction', 'objection', 'feedback', 'task', 'note', 'file', 'issue', 'project', ...rules.map(r => r.record_type)]);
  const shown = types.filter(t => all || t.custom || usual.has(t.name));
  const save = async () => {
    setBusy(true);
    try {
      await saveRules(rules);
      toast.ok('The rules count from now on');
      await client.invalidateQueries({ queryKey: keys.access });
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
  };
  return (
    <section>
      <SectionTitle
        className="mb-2"
        aside={
          <>
            <label className="flex items-center gap-2 text-xs"><span>All record types</span><Switch label="All record types" checked={all} onChange={setAll} /></label>
            {changed && <><Button className="ml-2" onClick={() => setRules(saved)}>Cancel</Button><Button variant="primary" busy={busy} onClick={() => void save()}>Save rules</Button></>}
          </>
        }
      >
        Records
      </SectionTitle>
      <Card className="overflow-hidden">
        <div role="region" aria-label="Rules" tabIndex={0} className="overflow-x-auto">
        <table className="w-full min-w-[720px] border-collapse text-sm">
          <thead>
            <tr className="border-b text-left text-xs text-fg-3">
              <th scope="col" className="px-4 py-2 font-medium">Record type</th>
              {ruledRoles.map(r => <th key={r.value} scope="col" className="px-2 py-2 font-medium">{r.label} <span className="font-normal">sees / changes</span></th>)}
            </tr>
          </thead>
          <tbody>
            {shown.map(t => (
              <tr key={t.name} className="border-b last:border-0">
                <th scope="row" className="px-4 py-1.5 text-left font-medium">{t.label_plural}</th>
                {ruledRoles.map(role => {
                  const rule = ruleOf(rules, t.name, role.value);
                  const set = (part: { read?: Level; write?: Level }) => setRules(withRule(rules, t.name, role.value, part));
                  return (
                    <td key={role.value} className="px-2 py-1.5">
                      <span className={cn('flex gap-1', rule.read !== 'everyone' && 'rounded-md bg-accent-soft')}>
                        <Select aria-label={`${t.label_plural} that a ${role.label.toLowerCase()} sees`} disabled={!mayManage} options={levels} value={rule.read} onChange={e => set({ read: e.target.value as Level })} />
                        {role.value === 'viewer'
                          ? <span className="flex h-8 w-full items-center px-2 text-xs text-fg-3">Nothing</span>
                          : <Select aria-label={`${t.label_plural} that a ${role.label.toLowerCase()} changes`} disabled={!mayManage} options={levels} value={rule.write} onChange={e => set({ write: e.target.value as Level })} />}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        </div>
      </Card>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-1 text-xs text-fg-3 max-sm:grid-cols-1">
        {levels.map(l => <div key={l.value} className="flex gap-2"><dt className="w-16 shrink-0 font-medium text-fg-2">{l.label}</dt><dd>{l.hint}</dd></div>)}
      </dl>
    </section>
  );
}
