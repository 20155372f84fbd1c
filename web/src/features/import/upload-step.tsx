'use client';
import { FileUp } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState, type DragEvent } from 'react';
import { RecordIcon } from '@/components/record-icon';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { useTypes } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { can, useSession } from '@/lib/session';
import { imports } from './import-api';

const kinds = ['company', 'contact', 'deal', 'product'];
const maxBytes = 200 * 1024 * 1024;

/** What the file is called usually says what is in it. */
export function guessType(name: string): string | null {
  const text = name.toLowerCase();
  if (/account|compan|firma/.test(text)) return 'company';
  if (/contact|people|person/.test(text)) return 'contact';
  if (/deal|pipeline|opportunit/.test(text)) return 'deal';
  return /product|price/.test(text) ? 'product' : null;
}

export function UploadStep() {
  const router = useRouter();
  const formats = useFormats();
  const types = useTypes().data;
  const session = useSession().data;
  const picker = useRef<HTMLInputElement>(null);
  const [type, setType] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: () => imports.upload(file as File, type as string),
    onSuccess: created => router.push(`/imports/${created.id}`),
  });
  const take = (chosen: File | undefined) => {
    if (!chosen) return;
    upload.reset();
    setFile(chosen);
    setType(type ?? guessType(chosen.name));
  };
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    take(e.dataTransfer.files[0]);
  };
  const tooLarge = file !== null && file.size > maxBytes;
  return (
    <section aria-label="New import" className="rounded-xl border border-line bg-raised shadow-e1">
      <div
        onDragOver={e => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn('m-3 flex flex-col items-center gap-1 rounded-lg border border-dashed border-line-strong px-4 py-9 text-center transition-colors', over && 'border-accent bg-accent-soft')}
      >
        <FileUp aria-hidden className="mb-1 size-6 stroke-[1.5] text-fg-3" />
        {file ? (
          <p className="text-sm font-semibold">{file.name} <span className="num font-normal text-fg-3">{formats.number(Math.max(1, Math.round(file.size / 1024)))} kB</span></p>
        ) : (
          <p className="text-sm font-semibold">Drop a CSV file here</p>
        )}
        <p className="text-sm text-fg-3">The first line names the columns. Separator and encoding are found out.</p>
        <Button className="mt-2" onClick={() => picker.current?.click()}>{file ? 'Choose another file' : 'Choose a file'}</Button>
        <input ref={picker} type="file" accept=".csv,.tsv,.txt,text/csv" aria-label="CSV file" className="sr-only" tabIndex={-1} onChange={e => take(e.target.files?.[0])} />
      </div>
      <fieldset className="px-4 pb-3">
        <legend className="pb-1.5 text-xs font-medium text-fg-2">What is in it?</legend>
        <div className="grid grid-cols-4 gap-2 max-md:grid-cols-2">
          {kinds.map(k => {
            const known = types?.find(t => t.name === k);
            const allowed = can(session, 'import.run') && can(session, `${k}.create`);
            return (
              <label
                key={k}
                className={cn(
                  'flex h-10 items-center gap-2 rounded-lg border border-line px-3 text-sm font-medium has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent [&_svg]:size-4 [&_svg]:text-fg-3',
                  !allowed && 'opacity-45',
                )}
              >
                <input type="radio" name="record_type" value={k} checked={type === k} disabled={!allowed} onChange={() => setType(k)} className="sr-only" />
                <RecordIcon type={k} />
                {k === 'company' ? 'Accounts' : (known?.label_plural ?? `${k}s`)}
              </label>
            );
          })}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3 border-t px-4 py-3">
        <Button variant="primary" size="md" disabled={!file || !type || tooLarge} busy={upload.isPending} onClick={() => upload.mutate()}>Read the file</Button>
        <span role="status" className="text-sm text-fg-3">
          {tooLarge ? <span className="text-red-text">A file may have up to 200 MB.</span> : upload.isError ? <span className="text-red-text">{messageOf(upload.error)}</span> : 'Nothing is written before you have seen what would change.'}
        </span>
      </div>
    </section>
  );
}
