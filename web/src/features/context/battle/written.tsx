'use client';
import { Pencil, PenLine } from 'lucide-react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { useFormats } from '@/lib/format';
import { useType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { SensitivityBadge, StatusBadge } from '../entry/entry-badges';
import { MarkdownView } from '../entry/markdown-view';
import { entryType } from '../names';
import type { BattleCard, Line } from './battle-api';
import { linesOf, partLabels, parts, same } from './battle-text';
import { AddButton, type Add } from './add-button';
import { Sources } from './sources';

interface WrittenProps {
  card: BattleCard;
  onEdit?: () => void;
  onDraft?: () => void;
  onAdd?: Add;
  drafting: boolean;
}

/** What a person wrote; where nobody has, what is on record about them, word for word. */
export function Written({ card, onEdit, onDraft, onAdd, drafting }: WrittenProps) {
  const format = useFormats();
  const type = useType(entryType);
  const entry = card.card;
  if (!entry) return <Proposed card={card} onDraft={onDraft} drafting={drafting} />;
  const body = typeof entry.body === 'string' ? entry.body.trim() : '';
  const bare = !body && parts.every(part => linesOf(entry.details, part).length === 0);
  return (
    <section aria-label="The card">
      <SectionTitle className="mb-1.5" aside={onEdit && <Button size="xs" onClick={onEdit} className="print:hidden"><Pencil />Edit</Button>}>The card</SectionTitle>
      <Card className="flex flex-col gap-4 px-4 py-3.5">
        <p className="flex flex-wrap items-center gap-1.5 text-xs text-fg-3">
          {type && <StatusBadge type={type} record={entry} />}
          {type && <SensitivityBadge type={type} record={entry} />}
          <Link href={recordPath(entryType, entry.id)} className="hover:text-fg hover:underline">Version {entry.version}, {format.ago(entry.updated_at)}</Link>
        </p>
        {bare && <p className="text-sm text-fg-3">Nothing but a title yet. Write it, or take lines over from what is on record with the plus beside them.</p>}
        {parts.map(part => {
          const lines = linesOf(entry.details, part);
          return lines.length > 0 && <Lines key={part} title={partLabels[part]} lines={lines.map(text => ({ text, records: recordsOf(card.proposal[part], text) }))} />;
        })}
        {body && <MarkdownView text={body} className="border-t pt-3.5" />}
      </Card>
      {onAdd && <Unwritten card={card} entry={entry} onAdd={onAdd} />}
    </section>
  );
}

const recordsOf = (lines: Line[], text: string) => lines.find(l => same(l.text, text))?.records ?? [];

/** What the competitor's own record says and the card does not. */
function Unwritten({ card, entry, onAdd }: { card: BattleCard; entry: AnyRecord; onAdd: Add }) {
  const missing = (['strengths', 'weaknesses'] as const).flatMap(part =>
    card.proposal[part]
      .filter(l => l.records.some(r => r.type === 'competitor') && !linesOf(entry.details, part).some(text => same(text, l.text)))
      .map(line => ({ part, line })));
  if (missing.length === 0) return null;
  return (
    <Card className="mt-3 px-4 py-3 print:hidden">
      <h3 className="text-xs font-medium text-fg-3">Noted on the competitor, not on the card</h3>
      <ul className="mt-1 divide-y">
        {missing.map(({ part, line }) => (
          <li key={part} className="flex items-start gap-2 py-1.5">
            <span className="min-w-0 flex-1 text-sm break-words"><span className="text-fg-3">{part === 'strengths' ? 'Strong: ' : 'Weak: '}</span>{line.text}</span>
            <AddButton part={part} text={line.text} onAdd={onAdd} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Proposed({ card, onDraft, drafting }: { card: BattleCard; onDraft?: () => void; drafting: boolean }) {
  const some = parts.some(part => card.proposal[part].length > 0);
  return (
    <section aria-label="The card">
      <SectionTitle className="mb-1.5">The card</SectionTitle>
      <Card className="flex flex-col gap-4 border-dashed px-4 py-3.5">
        <div className="flex flex-wrap items-center gap-2">
          <p className="min-w-0 flex-1 basis-52 text-sm text-fg-2">{some ? 'Nobody has written a card. This is what is on record, word for word.' : 'Nobody has written a card, and nothing is on record to make one of.'}</p>
          {some && onDraft && <Button variant="primary" busy={drafting} onClick={onDraft} className="print:hidden"><PenLine />Make it a draft</Button>}
        </div>
        {parts.map(part => card.proposal[part].length > 0 && <Lines key={part} title={partLabels[part]} lines={card.proposal[part]} />)}
      </Card>
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <div>
      <h3 className="mb-1 flex items-center gap-1.5 text-xs font-medium text-fg-3">{title}<Badge>{lines.length}</Badge></h3>
      <ul className="flex flex-col gap-1.5">
        {lines.map(l => (
          <li key={l.text} className="flex gap-2 text-sm">
            <span aria-hidden className="mt-2 size-1 shrink-0 rounded-full bg-fg-3" />
            <span className="min-w-0 flex-1"><span className="block break-words">{l.text}</span><Sources records={l.records} /></span>
          </li>
        ))}
      </ul>
    </div>
  );
}
