'use client';
import { ChevronDown, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { fieldLabel, fieldText } from '@/features/review/field-text';
import { Confidence } from '@/features/review/confidence';
import { useTextContext } from '@/features/review/use-text-context';
import { cn } from '@/lib/cn';
import type { Tone } from '@/lib/tone';
import type { DecidedOperation, Decision } from '../part';
import { EntryChange } from './entry-change';

const intents: Record<string, string> = {
  log_interaction: 'an interaction', create_record: 'a new record', update_record: 'a change', ask_question: 'a question',
  draft_content: 'a wish for a draft', create_task: 'a task', report_issue: 'an issue', log_feedback: 'feedback', log_objection: 'an objection',
  request_approval: 'a request for approval', schedule_meeting: 'a meeting to schedule', price_quote: 'a quote to price',
  update_company_context: 'company context', run_report: 'a report', none: 'nothing to record',
};

const verbs: Record<DecidedOperation['status'], [string, Tone]> = {
  applied: ['Written', 'green'],
  waiting: ['Waits for you', 'amber'],
  refused: ['Left alone', 'neutral'],
};

const drafted: typeof verbs = { applied: ['Would be written', 'violet'], waiting: ['Would wait', 'amber'], refused: verbs.refused };

const nameOf = (o: DecidedOperation) => {
  const found = o.record?.title ?? o.match?.name ?? o.fields.name ?? o.match?.company ?? o.fields.company;
  return typeof found === 'string' ? found : '';
};

/** What was understood, and the words each value rests on. Colours follow the rule: violet is what a machine concluded. */
export function Understood({ decision, onPoint, draft = false }: { decision: Decision; onPoint: (field: string | null) => void; draft?: boolean }) {
  const [open, setOpen] = useState(draft);
  const context = useTextContext();
  const said = decision.intents.map(i => intents[i] ?? i.replaceAll('_', ' '));
  return (
    <div role="group" aria-label="Understood" className="rounded-xl border border-line bg-subtle">
      <button
        type="button"
        aria-expanded={open}
        disabled={decision.operations.length === 0}
        onClick={() => setOpen(!open)}
        className="flex min-h-9 w-full items-center gap-2 rounded-xl px-3.5 py-1.5 text-left text-sm"
      >
        <Sparkles aria-hidden className="size-4 shrink-0 stroke-[1.75] text-violet-text" />
        <span className="min-w-0 flex-1 text-fg-2">{decision.source && <span className="block truncate text-xs text-fg-3">{[decision.source.name, decision.source.title, (decision.source.of ?? 1) > 1 && `${decision.source.index} of ${decision.source.of}`].filter(Boolean).join(' · ')}</span>}Understood: <span className="text-fg">{said.join(', ') || 'nothing to record'}</span></span>
        {decision.operations.length > 0 && <ChevronDown aria-hidden className={cn('size-4 shrink-0 text-fg-3 transition-transform', open && 'rotate-180')} />}
      </button>
      {open && (
        <ul className="border-t">
          {decision.operations.map((o, i) => {
            const type = context.types.find(t => t.name === o.entity);
            const [verb, tone] = (draft ? drafted : verbs)[o.status] ?? verbs.refused;
            const details = o.field_details?.length ? o.field_details : Object.entries(o.fields).map(([field, value]) => ({ field, value }));
            return (
              <li key={o.operation_id ?? i} className="border-b px-3.5 py-2 last:border-0">
                <div className="flex items-center gap-2 text-sm">
                  <span className="min-w-0 truncate font-medium">{o.op === 'create' ? 'New' : 'Change'} {(type?.label ?? o.entity.replaceAll('_', ' ')).toLowerCase()}{nameOf(o) && `: ${nameOf(o)}`}</span>
                  <span className="ml-auto flex shrink-0 items-center gap-2"><Confidence value={o.confidence} /><Badge tone={tone}>{verb}</Badge></span>
                </div>
                {o.reason && <p className="text-xs text-fg-2">{o.reason}</p>}
                {o.entry?.edits && <EntryChange operation={o} change={o.entry} />}
                <dl className="mt-0.5">
                  {!o.entry?.edits && details.map((d: NonNullable<DecidedOperation['field_details']>[number]) => (
                    <div
                      key={d.field}
                      onMouseEnter={() => onPoint(`${o.entity}.${d.field}`)}
                      onMouseLeave={() => onPoint(null)}
                      className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-2 py-0.5 text-sm"
                    >
                      <dt className="truncate text-xs leading-5 text-fg-3">{fieldLabel(type, d.field)}</dt>
                      <dd className="flex min-w-0 items-start gap-2">
                        <span className="min-w-0 flex-1 break-words">
                          {fieldText(type, d.field, d.value, context, o.fields)}
                          {d.evidence?.quote && <span className="ml-2 text-xs text-violet-text">“{d.evidence.quote}”</span>}
                        </span>
                        <Confidence value={d.confidence} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
