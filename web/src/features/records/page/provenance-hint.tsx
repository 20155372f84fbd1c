'use client';
import { Bot, FileUp, Info, RefreshCw, UserRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { Popover } from '@/components/ui/popover';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import type { Provenance } from '@/lib/records-api';

const icons: Record<string, typeof Info> = { person: UserRound, agent: Bot, import: FileUp, sync: RefreshCw };
const words: Record<string, string> = { person: 'Set by', agent: 'Set by an agent for', import: 'Imported by', sync: 'Synchronised by' };

/** Who set a field last, and on which words it rests. Always shown for machines, on hover for people. */
export function ProvenanceHint({ provenance, format, label }: { provenance: Provenance; format: Formats; label: string }) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const kind = provenance.kind ?? 'person';
  const Icon = icons[kind] ?? Info;
  const quote = provenance.evidence?.quote;
  const quiet = kind === 'person' && !quote;
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={`Where ${label} comes from`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={cn('grid size-5 shrink-0 place-items-center rounded-xs hover:bg-active focus-visible:opacity-100 group-hover:opacity-100', quiet ? 'text-fg-3 opacity-0 pointer-coarse:hidden' : kind === 'agent' || quote ? 'text-violet-text' : 'text-fg-3')}
      >
        <Icon className="size-3" />
      </button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} align="end" className="max-w-72 p-3 text-sm">
        <p className="font-medium">{words[kind] ?? 'Set by'} {provenance.by ?? 'somebody'}</p>
        {provenance.at && <p className="text-xs text-fg-3">{format.instant(provenance.at)}</p>}
        {quote && <blockquote className="mt-2 border-l-2 border-violet pl-2 text-sm text-fg-2">“{quote}”</blockquote>}
      </Popover>
    </>
  );
}
