'use client';
import { Copy, CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { entryType } from '../../names';
import { KindIcon, Marks, marksOf, useLine } from '../node-look';
import type { Message } from './account-api';

interface MessageCardProps {
  message: Message;
  proof: boolean;
  label: string;
  onInsert?: (message: Message) => void;
  onCopy: (message: Message) => void;
}

export const messageType = 'application/x-windrose-message';

/** One message in the wording for this account: what stands behind it, what came of it, and the way into a text. */
export function MessageCard({ message, proof, label, onInsert, onCopy }: MessageCardProps) {
  const format = useFormats();
  const [open, setOpen] = useState(false);
  const { entry, badges, use, told, why } = message;
  const marks = marksOf({ entry, badges, use, outdated: 0, variants: [], children: [] }, proof);
  return (
    <li
      draggable={onInsert !== undefined}
      onDragStart={e => {
        e.dataTransfer.effectAllowed = 'copy';
        e.dataTransfer.setData(messageType, entry.id);
        e.dataTransfer.setData('text/plain', entry.title);
      }}
      className="group flex items-start gap-2.5 px-3.5 py-2.5"
    >
      <KindIcon kind={String(entry.kind ?? '')} className="mt-0.5 text-fg-3" />
      <div className="min-w-0 flex-1">
        <p lang={String(entry.language ?? 'en')} className="text-sm break-words">{entry.title}</p>
        <div className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-2xs text-fg-3">
          <span>{label}</span>
          <Marks marks={marks} signs />
          {told && <Badge tone="accent">Said here {told.times > 1 ? `${format.number(told.times)} times, last ` : ''}on {format.date(told.last)}</Badge>}
          <span className="num">{useLine(use, format)}</span>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="font-medium text-accent-text hover:underline">{open ? 'Hide why' : 'Why this'}</button>
        </div>
        {open && (
          <ul className="mt-1.5 flex list-disc flex-col gap-0.5 pl-4 text-xs text-fg-2">
            {why.map(w => <li key={w}>{w}</li>)}
            <li><Link href={recordPath(entryType, entry.id)} className="text-accent-text hover:underline">Open the message</Link></li>
          </ul>
        )}
      </div>
      <span className="flex shrink-0 gap-1">
        <Button size="icon" variant="ghost" aria-label={`Copy: ${entry.title}`} title="Copy" onClick={() => onCopy(message)}><Copy /></Button>
        {onInsert && <Button size="xs" aria-label={`Insert: ${entry.title}`} onClick={() => onInsert(message)}><CornerDownRight />Insert</Button>}
      </span>
    </li>
  );
}
