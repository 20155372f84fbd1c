'use client';
import { FileUp, X } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState, type DragEvent } from 'react';
import { RecordIcon } from '@/components/record-icon';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { useTypes } from '@/lib/meta';
import { messageOf, Problem } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { can, useSession } from '@/lib/session';
import { imports, importSets, type NewFile } from './import-api';
import { uploadInParts } from './upload-parts';

const usual = ['company', 'contact', 'deal', 'product'];
const maxBytes = 2 * 1024 * 1024 * 1024;
const accepted = '.csv,.tsv,.txt,.xlsx,.jsonl,.ndjson,.vcf,text/csv,text/vcard';

interface Chosen {
  file: File;
  type: string | null;
  /** How much of it has gone over. */
  share?: number;
  error?: string;
}

export function UploadStep() {
  const router = useRouter();
  const client = useQueryClient();
  const formats = useFormats();
  const types = useTypes().data ?? [];
  const session = useSession().data;
  const picker = useRef<HTMLInputElement>(null);
  const [list, setList] = useState<Chosen[]>([]);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const allowed = (type: string) => can(session, 'import.run') && can(session, `${type}.create`);
  const label = (name: string) => (name === 'company' ? 'Accounts' : (types.find(t => t.name === name)?.label_plural ?? `${name}s`));
  const kinds = [...usual, ...types.filter(t => !usual.includes(t.name) && t.operations.includes('create')).map(t => t.name)].filter(allowed);
  const take = (files: FileList | null) => {
    const more = [...(files ?? [])].map((file): Chosen => ({ file, type: null, ...(file.size > maxBytes && { error: 'A file may have up to 2 GB.' }), ...(file.size === 0 && { error: 'This file is empty.' }) }));
    if (more.length) setList(now => [...now.filter(c => !more.some(m => m.file.name === c.file.name)), ...more]);
    if (picker.current) picker.current.value = '';
  };
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    if (!busy) take(e.dataTransfer.files);
  };
  const put = (file: File, part: Partial<Chosen>) => setList(now => now.map(c => (c.file === file ? { ...c, ...part } : c)));
  const fit = list.filter(c => c.file.size > 0 && c.file.size <= maxBytes);
  const send = async () => {
    setBusy(true);
    setProblem(null);
    let current: File | undefined;
    const tell = (file: File) => (share: number) => put(file, { share });
    try {
      const [only] = fit;
      if (only && fit.length === 1) {
        current = only.file;
        put(current, { error: undefined, share: 0 });
        const made = await imports.upload(only.file, only.type, tell(only.file));
        router.push(`/imports/${made.id}`);
      } else {
        const files: NewFile[] = [];
        for (const { file, type } of fit) {
          current = file;
          put(file, { error: undefined, share: 0 });
          files.push({ upload_id: await uploadInParts(file, tell(file)), ...(type && { record_type: type }) });
        }
        current = undefined;
        const set = await importSets.create(files);
        router.push(`/imports/sets/${set.id}`);
      }
      void client.invalidateQueries({ queryKey: keys.imports });
    } catch (error) {
      const untold = error instanceof Problem && error.byField().record_type !== undefined;
      if (current) put(current, { error: untold ? 'Its columns do not tell what the rows are. Choose it here.' : messageOf(error), share: undefined });
      else setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <section aria-label="New import" className="rounded-xl border border-line bg-raised shadow-e1">
      <div
        onDragOver={e => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn('m-3 flex flex-col items-center gap-1 rounded-lg border border-dashed border-line-strong px-4 py-8 text-center transition-colors', over && 'border-accent bg-accent-soft')}
      >
        <FileUp aria-hidden className="mb-1 size-6 stroke-[1.5] text-fg-3" />
        <p className="text-sm font-semibold">Drop files here</p>
        <p className="text-sm text-fg-3">CSV, TSV, Excel, JSON Lines or vCard, up to 2 GB each. Separator and encoding are found out.</p>
        <Button className="mt-2" onClick={() => picker.current?.click()}>{list.length ? 'Choose more files' : 'Choose files'}</Button>
        <input ref={picker} type="file" multiple accept={accepted} aria-label="Files" className="sr-only" tabIndex={-1} onChange={e => take(e.target.files)} />
      </div>
      {list.length > 0 && (
        <ul aria-label="Files to import" className="border-t">
          {list.map(c => (
            <li key={c.file.name} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5 text-sm">
              {c.type ? <RecordIcon type={c.type} className="size-4 shrink-0 text-fg-3" /> : <FileUp aria-hidden className="size-4 shrink-0 text-fg-3" />}
              <span className="min-w-0 flex-1 basis-40">
                <span className="block truncate font-medium">{c.file.name}</span>
                <span className="num block text-xs text-fg-3">{c.error ? <span role="alert" className="text-red-text">{c.error}</span> : c.share !== undefined ? `${Math.floor(c.share * 100)} % sent` : size(c.file.size, formats.number)}</span>
              </span>
              <Select aria-label={`What is in ${c.file.name}?`} className="w-48" placeholder="Found out by its columns" disabled={busy} value={c.type ?? ''} options={kinds.map(k => ({ value: k, label: label(k) }))} onChange={e => put(c.file, { type: e.target.value || null })} />
              <Button variant="ghost" size="icon" aria-label={`Leave out ${c.file.name}`} disabled={busy} onClick={() => setList(list.filter(o => o !== c))}><X /></Button>
            </li>
          ))}
        </ul>
      )}
      <div className={cn('flex flex-wrap items-center gap-3 px-4 py-3', list.length === 0 && 'border-t')}>
        <Button variant="primary" size="md" disabled={fit.length === 0} busy={busy} onClick={() => void send()}>{fit.length > 1 ? `Read ${fit.length} files` : 'Read the file'}</Button>
        <span role="status" className="text-sm text-fg-3">
          {problem ? <span className="text-red-text">{problem}</span> : fit.length > 1 ? 'They are imported together: accounts first, then what belongs to them.' : 'Nothing is written before you have seen what would change.'}
        </span>
      </div>
    </section>
  );
}

const size = (bytes: number, number: (n: number) => string) => (bytes < 1_000_000 ? `${number(Math.max(1, Math.round(bytes / 1_000)))} kB` : `${number(Math.round(bytes / 100_000) / 10)} MB`);
