'use client';
import { Quote as QuoteIcon } from 'lucide-react';
import { useState } from 'react';
import { ChoiceBadge } from '@/components/choice-badge';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Card, SectionTitle } from '@/components/ui/card';
import { useFormats } from '@/lib/format';
import { useType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { Instance, Mention, Raised } from './battle-api';
import { AddButton, type Add } from './add-button';
import { SourceLink } from './sources';

const few = 3;

/** Beside its account the rest of a deal's name says enough. */
const shortDeal = (title: string, company?: string) => (company && title.startsWith(`${company}: `) ? title.slice(company.length + 2) : title);

/** What customers said, in their words where these are kept, each time with its record. */
export function Said({ raised, onAdd }: { raised: Raised[]; onAdd?: Add }) {
  const objection = useType('objection');
  return (
    <section aria-label="What customers say">
      <SectionTitle className="mb-1.5">What customers say{raised.length > 0 && <span className="num ml-1.5 font-normal text-fg-3">{raised.length}</span>}</SectionTitle>
      <Card className="overflow-hidden">
        {raised.length === 0 && <p className="px-4 py-3 text-sm text-fg-3">No objection names them. Log one when a customer says it: in the chat, or on the deal.</p>}
        <ul className="divide-y">
          {raised.map((r, i) => (
            <li key={i} className="flex flex-col gap-2 px-4 py-3">
              <div className="flex items-start gap-2">
                <p className="min-w-0 flex-1 text-sm font-medium break-words">{r.text || 'An objection without words'}</p>
                <span className="num shrink-0 text-xs leading-5 text-fg-2">{r.times.length === 1 ? 'once' : `${r.times.length} times`}</span>
                {onAdd && r.text && <AddButton part="strengths" text={r.text} onAdd={onAdd} />}
              </div>
              {r.categories.length > 0 && <p className="flex flex-wrap gap-1">{r.categories.map(c => <ChoiceBadge key={c} type={objection} field="category" value={c} />)}</p>}
              <Times times={r.times} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Times({ times }: { times: Instance[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {(all ? times : times.slice(0, few)).map(t => <Time key={t.objection.id} time={t} />)}
      </ul>
      {times.length > few && <button type="button" aria-expanded={all} onClick={() => setAll(!all)} className="h-6 self-start rounded-md px-1.5 text-xs font-medium text-fg-2 hover:bg-hover max-md:h-9 print:hidden">{all ? 'Show fewer' : `Show all ${times.length}`}</button>}
    </>
  );
}

function Time({ time: t }: { time: Instance }) {
  const format = useFormats();
  const deal = useType('deal');
  const objection = useType('objection');
  return (
    <li className="rounded-lg bg-subtle px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-fg-2">
        <Link href={recordPath('objection', t.objection.id)} className="num font-medium text-fg hover:underline">{format.date(t.on)}</Link>
        {t.company && <Link href={recordPath('company', t.company.id)} className="hover:text-fg hover:underline">{t.company.title}</Link>}
        {t.deal && <Link href={recordPath('deal', t.deal.id)} className="min-w-0 truncate text-fg-3 hover:text-fg hover:underline">{shortDeal(t.deal.title, t.company?.title)}</Link>}
        {t.stage && <span className="flex items-center gap-1 text-fg-3">in <ChoiceBadge type={deal} field="stage" value={t.stage} /></span>}
        {t.deal_state && t.deal_state !== 'open' && <span className="flex items-center gap-1 text-fg-3">later <ChoiceBadge type={deal} field="deal_state" value={t.deal_state} /></span>}
        <span className="ml-auto"><ChoiceBadge type={objection} field="status" value={t.status} /></span>
      </p>
      {t.quote && (
        <blockquote className="mt-1.5 border-l-2 border-line-strong pl-2.5 text-sm text-fg-2">
          <span className="break-words">“{t.quote.text.replace(/^[“"]|[”"]$/g, '')}”</span>
          {t.quote.in && <span className="mt-1 flex flex-wrap items-center gap-1 text-2xs text-fg-3">{t.quote.on && format.date(t.quote.on)}<SourceLink record={t.quote.in} /></span>}
        </blockquote>
      )}
    </li>
  );
}

/** Conversations in which they are named. */
export function Mentions({ mentions }: { mentions: { count: number; shown: Mention[] } }) {
  const format = useFormats();
  const interaction = useType('interaction');
  const [all, setAll] = useState(false);
  if (mentions.count === 0) return null;
  const shown = all ? mentions.shown : mentions.shown.slice(0, 5);
  return (
    <section aria-label="Named in conversations">
      <SectionTitle className="mb-1.5">Named in conversations<span className="num ml-1.5 font-normal text-fg-3">{mentions.count}</span></SectionTitle>
      <Card className="overflow-hidden">
        <ul className="divide-y">
          {shown.map(m => (
            <li key={m.interaction.id} className="flex gap-2.5 px-4 py-2.5">
              <QuoteIcon aria-hidden className="mt-0.5 size-3.5 shrink-0 text-fg-3" />
              <div className="min-w-0 flex-1">
                <p className="text-sm break-words text-fg-2">{m.quote}</p>
                <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-fg-3">
                  <span className="num">{format.date(m.on)}</span>
                  <Link href={recordPath('interaction', m.interaction.id)} className="font-medium text-fg-2 hover:text-fg hover:underline">{m.interaction.title}</Link>
                  {m.company && <Link href={recordPath('company', m.company.id)} className="hover:text-fg hover:underline">{m.company.title}</Link>}
                  <ChoiceBadge type={interaction} field="interaction_type" value={m.kind} />
                </p>
              </div>
            </li>
          ))}
        </ul>
        {mentions.shown.length > 5 && <button type="button" aria-expanded={all} onClick={() => setAll(!all)} className="h-9 w-full border-t text-xs font-medium text-fg-2 -outline-offset-2 hover:bg-subtle print:hidden">{all ? 'Show fewer' : `Show ${mentions.shown.length === mentions.count ? 'all' : 'the newest'} ${mentions.shown.length}`}</button>}
      </Card>
    </section>
  );
}

/** Deals that were lost, by why. */
export function Reasons({ lines }: { lines: { text: string; records: { id: string; type: string; title: string }[] }[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label="Why deals were lost">
      <SectionTitle className="mb-1.5">Why deals were lost</SectionTitle>
      <Card className="overflow-hidden">
        <ul className="divide-y">
          {lines.map(l => (
            <li key={l.text} className="flex flex-col gap-1 px-4 py-2.5">
              <p className="flex gap-2 text-sm"><span className="min-w-0 flex-1 break-words">{l.text}</span><Badge tone="red">{l.records.length === 1 ? '1 deal' : `${l.records.length} deals`}</Badge></p>
              <p className="flex flex-wrap gap-1">{l.records.slice(0, 6).map(r => <SourceLink key={r.id} record={r} />)}</p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
