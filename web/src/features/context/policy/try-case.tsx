'use client';
import { useQuery } from '@tanstack/react-query';
import { FlaskConical, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { messageOf } from '@/lib/problem';
import { recordPath } from '@/lib/record-routes';
import { cn } from '@/lib/cn';
import { entryType } from '../names';
import { words } from '../entry/details';
import { asked, caseOf, expectation, verdictText, written } from './case';
import { policy, policyKeys, type Compiled, type Fact, type FactValues, type Verdict } from './policy-api';

interface TryCaseProps {
  compiled: Compiled;
  /** Of a model, as the entry keeps it. */
  reading?: string;
  typed: Record<string, string>;
  onType: (typed: Record<string, string>) => void;
  /** Which rules speak for the case, to be shown in the clause. */
  onKeep?: (example: { facts: string; expected: string }) => void;
}

/** A case with its facts, and at once what this clause, or all live policies, say of it. */
export function TryCase({ compiled, reading, typed, onType, onKeep }: TryCaseProps) {
  const known = useQuery({ queryKey: policyKeys.facts, queryFn: policy.facts, staleTime: Infinity });
  const [all, setAll] = useState(false);
  if (known.error) return <p className="text-sm text-red-text">{messageOf(known.error)}</p>;
  if (!known.data) return null;
  const facts = known.data;
  const first = asked(compiled.rules, facts);
  const more = facts.filter(f => f.name in typed && !first.includes(f));
  const others = facts.filter(f => !first.includes(f) && !more.includes(f));
  const values = caseOf(typed, facts);
  return (
    <section aria-label="Try a case" className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <h2 className="flex flex-1 items-center gap-2 text-sm font-semibold"><FlaskConical aria-hidden className="size-4 stroke-[1.75] text-fg-3" />Try a case</h2>
        <Button size="xs" variant={all ? 'soft' : 'ghost'} aria-pressed={all} onClick={() => setAll(!all)}>All live policies</Button>
      </div>
      <div className="grid grid-cols-2 gap-2.5">
        {[...first, ...more].map(f => <FactInput key={f.name} fact={f} value={typed[f.name] ?? ''} onChange={text => onType({ ...typed, [f.name]: text })} />)}
      </div>
      {others.length > 0 && (
        <Select aria-label="Add a fact" placeholder="Add a fact…" value="" options={others.map(f => ({ value: f.name, label: words(f.label) }))} onChange={e => e.target.value && onType({ ...typed, [e.target.value]: '' })} />
      )}
      {all ? <AllRulings facts={values} known={facts} /> : <OneVerdict clause={compiled.clause} reading={reading} facts={values} known={facts} onKeep={onKeep} />}
    </section>
  );
}

function FactInput({ fact, value, onChange }: { fact: Fact; value: string; onChange: (text: string) => void }) {
  const id = useId();
  const options = fact.form === 'truth' ? [{ value: 'true', label: 'Yes' }, { value: 'false', label: 'No' }] : fact.choices.map(c => ({ value: c, label: words(c) }));
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="truncate text-xs font-medium text-fg-2">{words(fact.label)}{fact.form === 'percent' && ', %'}</label>
      {options.length > 0
        ? <Select id={id} placeholder="Not known" options={options} value={value} onChange={e => onChange(e.target.value)} />
        : <Input id={id} inputMode={['percent', 'count', 'number', 'money'].includes(fact.form) ? 'decimal' : undefined} placeholder={fact.form === 'list' ? 'budget, decision maker' : 'Not known'} value={value} onChange={e => onChange(e.target.value)} />}
    </div>
  );
}

const useLabels = (known: Fact[]) => (name: string) => known.find(f => f.name === name)?.label ?? words(name);

export function VerdictLine({ verdict, known }: { verdict: Verdict; known: Fact[] }) {
  const [text, tone] = verdictText(verdict, useLabels(known));
  return <Badge tone={tone} className="h-auto min-h-6 py-1 text-xs whitespace-normal">{text}</Badge>;
}

function OneVerdict({ clause, reading, facts, known, onKeep }: { clause: string; reading?: string; facts: FactValues; known: Fact[]; onKeep?: TryCaseProps['onKeep'] }) {
  const found = useQuery({ queryKey: policyKeys.attempt(clause, facts, reading), queryFn: ({ signal }) => policy.tryClause(clause, facts, reading, signal), placeholderData: before => before, retry: false });
  if (found.error) return <p role="alert" className="text-sm text-red-text">{messageOf(found.error)}</p>;
  if (!found.data) return null;
  const { verdict, rules } = found.data;
  return (
    <div role="status" className={cn('flex flex-col gap-2 rounded-lg border border-line bg-subtle px-3 py-2.5', found.isFetching && 'opacity-70')}>
      <VerdictLine verdict={verdict} known={known} />
      {rules.length > 0 && <ul className="flex flex-col gap-1">{rules.map(r => <li key={r.cel} className="border-l-2 border-line-strong pl-2 text-xs text-fg-2">“{r.quote}”</li>)}</ul>}
      {onKeep && Object.keys(facts).length > 0 && <Button size="xs" className="self-start" onClick={() => onKeep({ facts: written(facts), expected: expectation(verdict) })}><Plus />Keep as an example</Button>}
    </div>
  );
}

function AllRulings({ facts, known }: { facts: FactValues; known: Fact[] }) {
  const found = useQuery({ queryKey: policyKeys.attempt(null, facts), queryFn: ({ signal }) => policy.tryAll(facts, signal), placeholderData: before => before, retry: false });
  if (found.error) return <p role="alert" className="text-sm text-red-text">{messageOf(found.error)}</p>;
  if (!found.data) return null;
  if (found.data.length === 0) return <p role="status" className="text-sm text-fg-3">No live policy says anything of this case.</p>;
  return (
    <ul aria-label="Rulings" className="flex flex-col gap-2">
      {found.data.map(r => (
        <li key={r.entry_id} className="flex flex-col gap-1.5 rounded-lg border border-line bg-subtle px-3 py-2.5">
          <span className="flex items-baseline gap-2 text-xs">
            <Link href={recordPath(entryType, r.entry_id)} className="min-w-0 flex-1 truncate font-medium text-fg hover:underline">{r.title}</Link>
            <span className="shrink-0 text-fg-3">version {r.version}</span>
          </span>
          <VerdictLine verdict={r.verdict} known={known} />
          {r.rules.map(rule => <span key={rule.cel} className="border-l-2 border-line-strong pl-2 text-xs text-fg-2">“{rule.quote}”</span>)}
        </li>
      ))}
    </ul>
  );
}
