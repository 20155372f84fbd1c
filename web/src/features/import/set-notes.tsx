import { FileMinus } from 'lucide-react';
import { Link } from '@/components/link';
import type { ImportSet } from './import-api';

/** Its type can be said when the file is chosen, and only then. */
const untold = /name the type/i;

/** Files that are no import of their own, each with the reason. */
export function SetNotes({ notes }: { notes: ImportSet['notes'] }) {
  const told = notes.filter(n => !n.file_id);
  if (told.length === 0) return null;
  return (
    <ul aria-label="Files without records of their own" className="flex flex-col gap-1.5">
      {told.map(n => (
        <li key={n.file_name + n.text} className="flex items-start gap-2 text-sm text-fg-2">
          <FileMinus aria-hidden className="mt-0.5 size-4 shrink-0 stroke-[1.75] text-fg-3" />
          <span className="min-w-0"><span className="font-medium text-fg">{n.file_name}</span> {n.text}{untold.test(n.text) && <> <Link href="/imports" className="font-medium text-accent-text">Choose it again</Link></>}</span>
        </li>
      ))}
    </ul>
  );
}
