import { cn } from '@/lib/cn';
import { highlight, spansOf } from './highlight';
import { Link } from '@/components/link';
import { recordPath } from '@/lib/record-routes';
import type { Decision, SentFile } from './part';

/** The words that a value rests on are marked in the message itself. */
export function UserMessage({ text, files = [], decision, pointed }: { text: string; files?: SentFile[]; decision: Decision | null; pointed: string | null }) {
  const pieces = highlight(text, decision ? spansOf(text, decision) : []);
  return (
    <div className="ml-auto w-fit max-w-[88%] rounded-xl bg-hover px-3.5 py-2 text-sm leading-[21px]">
      {files.length > 0 && (
        <ul aria-label="Files" className="flex flex-wrap gap-1">
          {files.map(f => <li key={f.id}><Link href={recordPath('file', f.id)} className="inline-flex h-6 max-w-60 items-center truncate rounded-md border border-line bg-raised px-2 text-xs font-medium hover:border-line-strong">{f.name}</Link></li>)}
        </ul>
      )}
      <p className="whitespace-pre-wrap break-words">
        {pieces.map((p, i) =>
          p.fields.length ? (
            <mark key={i} className={cn('rounded-[3px] bg-violet-soft px-px text-fg transition-colors', pointed && p.fields.includes(pointed) && 'bg-violet text-white')}>{p.text}</mark>
          ) : (
            <span key={i}>{p.text}</span>
          ))}
      </p>
    </div>
  );
}
