'use client';
import { Lock } from 'lucide-react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Card, SectionTitle } from '@/components/ui/card';
import { recordPath } from '@/lib/record-routes';
import { useEntryLabels } from '../entry/use-kinds';
import { AddButton, type Add } from './add-button';
import type { Answered, Faq, Message } from './battle-api';
import { SourceLink, Sources } from './sources';

/** What was answered; deals that were won after it come first. That they were won because of it is not claimed. */
export function Answers({ answers, onAdd }: { answers: Answered[]; onAdd?: Add }) {
  return (
    <section aria-label="Answers on record">
      <SectionTitle className="mb-1.5">Answers on record</SectionTitle>
      <Card className="overflow-hidden">
        {answers.length === 0 && <p className="px-4 py-3 text-sm text-fg-3">No answer is written down. Note on an objection what you said to it.</p>}
        <ul className="divide-y">
          {answers.map(a => (
            <li key={a.text} className="flex flex-col gap-1.5 px-4 py-2.5">
              <div className="flex items-start gap-2">
                <p className="min-w-0 flex-1 text-sm break-words">{a.text}</p>
                {onAdd && <AddButton part="answers" text={a.text} onAdd={onAdd} />}
              </div>
              <p className="flex flex-wrap items-center gap-1.5">
                {a.won.length > 0 && <Badge tone="green">In {a.won.length} won {a.won.length === 1 ? 'deal' : 'deals'}</Badge>}
                {a.lost.length > 0 && <Badge tone="red">In {a.lost.length} lost</Badge>}
                {a.open.length > 0 && <Badge>In {a.open.length} open</Badge>}
                {a.won.length + a.lost.length + a.open.length === 0 && <Badge>No deal</Badge>}
                <Sources records={a.won.length ? a.won : a.objections} label={a.won.length ? 'Won:' : 'From'} />
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

/** Live messages of the trees that speak to what is said, proofs first. */
export function Messages({ messages, onAdd }: { messages: Message[]; onAdd?: Add }) {
  const label = useEntryLabels();
  const byEntry = [...new Set(messages.map(m => m.entry.id))].map(id => messages.filter(m => m.entry.id === id));
  if (byEntry.length === 0) return null;
  return (
    <section aria-label="Messages that answer">
      <SectionTitle className="mb-1.5">Messages that answer<span className="num ml-1.5 font-normal text-fg-3">{byEntry.length}</span></SectionTitle>
      <Card className="overflow-hidden">
        <ul className="divide-y">
          {byEntry.map(same => {
            const [m] = same;
            if (!m) return null;
            return (
              <li key={m.entry.id} className="flex flex-col gap-1 px-4 py-2.5">
                <div className="flex items-start gap-2">
                  <Link href={recordPath(m.entry.type, m.entry.id)} className="min-w-0 flex-1 text-sm font-medium break-words hover:underline">{m.entry.title}</Link>
                  {onAdd && <AddButton part="answers" text={m.entry.title} onAdd={onAdd} />}
                </div>
                <p className="flex flex-wrap items-center gap-1.5">
                  <Badge tone={m.proof ? 'teal' : 'neutral'}>{label('kind', m.kind)}</Badge>
                  <SourceLink record={m.product} />
                  {m.held.length > 0 && <Badge tone="amber" title={m.held.join(' ')}><Lock aria-hidden />Not for outsiders</Badge>}
                </p>
                {m.held.length > 0 && <p className="text-xs text-fg-3">{m.held.join(' ')}</p>}
                {same.map(one => <p key={one.objection} className="text-xs text-fg-3">To “{one.objection}” {one.why}</p>)}
              </li>
            );
          })}
        </ul>
      </Card>
    </section>
  );
}

export function Faqs({ faqs }: { faqs: Faq[] }) {
  if (faqs.length === 0) return null;
  return (
    <section aria-label="Questions and answers">
      <SectionTitle className="mb-1.5">Questions and answers</SectionTitle>
      <Card className="overflow-hidden">
        <ul className="divide-y">
          {faqs.map(f => (
            <li key={f.entry.id} className="px-4 py-2.5">
              <Link href={recordPath(f.entry.type, f.entry.id)} className="text-sm font-medium break-words hover:underline">{f.entry.title}</Link>
              {f.answer && <p className="mt-0.5 line-clamp-4 text-sm break-words whitespace-pre-line text-fg-2 print:line-clamp-none">{f.answer}</p>}
              <p className="mt-0.5 text-xs text-fg-3">{f.why}</p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
