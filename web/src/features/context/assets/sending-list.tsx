'use client';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Sending } from './use-sending';

interface SendingListProps {
  sending: Sending[];
  onStart: (key: number, file: File, of?: string) => void;
  onDrop: (key: number) => void;
}

export function SendingList({ sending, onStart, onDrop }: SendingListProps) {
  if (sending.length === 0) return null;
  return (
    <ul aria-label="Being sent" className="flex flex-col gap-1.5 border-b p-2">
      {sending.map(s => (
        <li key={s.key} className="relative flex flex-wrap items-center gap-x-2 gap-y-1.5 rounded-lg border border-line bg-raised py-2 pl-2.5 pr-10 text-sm">
          <span className="min-w-0 flex-1 basis-40">
            <span className="block truncate font-medium">{s.file.name}</span>
            {s.error ? <span role="alert" className="block text-xs text-red-text">{s.error}</span> : s.twin ? (
              <span className="block text-xs text-fg-2">The library has a file of this name.</span>
            ) : (
              <span role="progressbar" aria-label={`Sending ${s.file.name}`} aria-valuenow={Math.round(s.part * 100)} className="mt-1.5 block h-1 overflow-hidden rounded-full bg-hover">
                <span className="block h-full bg-accent transition-[width]" style={{ width: `${s.part * 100}%` }} />
              </span>
            )}
          </span>
          {s.twin && (
            <span className="flex gap-1.5">
              <Button size="xs" variant="primary" onClick={() => onStart(s.key, s.file, s.twin?.id)}>New version of it</Button>
              <Button size="xs" onClick={() => onStart(s.key, s.file)}>Another file</Button>
            </span>
          )}
          <Button variant="ghost" size="icon" aria-label={s.error ? `Dismiss ${s.file.name}` : `Cancel ${s.file.name}`} onClick={() => { s.cancel(); onDrop(s.key); }} className="absolute right-1.5 top-1.5"><X /></Button>
        </li>
      ))}
    </ul>
  );
}
