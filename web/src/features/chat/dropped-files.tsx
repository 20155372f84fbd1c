'use client';
import { CircleAlert, FileText, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { upload } from '@/features/files/upload';
import { Button } from '@/components/ui/button';
import { messageOf } from '@/lib/problem';
import { refusal, type ChosenFile } from './chosen-file';
import type { SentFile } from './part';

interface DroppedFilesProps {
  files: ChosenFile[];
  onChange: (change: (now: ChosenFile[]) => ChosenFile[]) => void;
}

/** Files on their way: how far each is, what is wrong with it, and a button that takes it out again. */
export function DroppedFiles({ files, onChange }: DroppedFilesProps) {
  return (
    <ul aria-label="Files to send" className="flex flex-col gap-1 px-2 pt-2">
      {files.map(f => (
        <FileLine key={f.key} file={f} onSent={sent => onChange(now => now.map(one => (one.key === f.key ? { ...one, sent } : one)))} onRemove={() => onChange(now => now.filter(one => one.key !== f.key))} />
      ))}
    </ul>
  );
}

function FileLine({ file, onSent, onRemove }: { file: ChosenFile; onSent: (sent: SentFile) => void; onRemove: () => void }) {
  const [part, setPart] = useState(0);
  const [failure, setFailure] = useState<string | null>(() => refusal(file.file));
  const tell = useRef(onSent);
  useEffect(() => {
    tell.current = onSent;
  });
  const wanted = file.sent === null && failure === null;
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    const { done, cancel } = upload(file.file, null, setPart);
    done.then(record => gone || tell.current({ id: record.id, name: file.file.name })).catch((error: unknown) => gone || setFailure(messageOf(error)));
    return () => {
      gone = true;
      cancel();
    };
  }, [wanted, file.file]);
  const Icon = failure ? CircleAlert : FileText;
  return (
    <li className="flex min-h-8 items-center gap-2 rounded-md bg-subtle pl-2 text-sm">
      <Icon aria-hidden className={failure ? 'size-4 shrink-0 text-red-text' : 'size-4 shrink-0 text-fg-3'} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{file.file.name}</span>
        {failure && <span role="alert" className="block text-xs text-red-text">{failure}</span>}
      </span>
      {!failure && (file.sent ? <span className="text-xs text-fg-3">Ready</span> : <progress aria-label={`Sending ${file.file.name}`} value={part} max={1} className="h-1.5 w-20 accent-accent" />)}
      <Button variant="ghost" size="icon" aria-label={`${file.sent || failure ? 'Remove' : 'Cancel'} ${file.file.name}`} onClick={onRemove}><X /></Button>
    </li>
  );
}
