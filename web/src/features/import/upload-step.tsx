'use client';
import { CircleCheck, FileUp, X } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState, type DragEvent } from 'react';
import { RecordIcon } from '@/components/record-icon';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { useTypes } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { can, useSession } from '@/lib/session';
import { imports, type Import } from './import-api';

const usual = ['company', 'contact', 'deal', 'product'];
const maxBytes = 2 * 1024 * 1024 * 1024;
const accepted = '.csv,.tsv,.txt,.xlsx,.jsonl,.ndjson,.vcf,text/csv,text/vcard';

/** What the file is called usually says what is in it. */
export function guessType(name: string): string | null {
  const text = name.toLowerCase();
  if (/account|compan|firma/.test(text)) return 'company';
  if (/contact|people|person|\.vcf$/.test(text)) return 'contact';
  if (/deal|pipeline|opportunit/.test(text)) return 'deal';
  return /product|price/.test(text) ? 'product' : null;
}

interface Chosen {
  file: File;
  type: string | null;
  /** How much of it has gone over, and what came of it. */
  share?: number;
  done?: Import;
  error?: string;
}

/** What others point to goes first, so that contacts find their accounts. */
const order = ['product', 'company', 'contact', 'deal'];
const rank = (type: string | null) => (type && order.includes(type) ? order.indexOf(type) : order.length);

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
  const allowed = (type: string) => can(session, 'import.run') && can(session, `${type}.create`);
  const label = (name: string) => (name === 'company' ? 'Accounts' : (types.find(t => t.name === name)?.label_plural ?? `${name}s`));
  const kinds = [...usual, ...types.filter(t => !usual.includes(t.name) && t.operations.includes('create')).map(t => t.name)].filter(allowed);
  const take = (files: FileList | null) => {
    const more = [...(files ?? [])].map((file): Chosen => ({ file, type: guessType(file.name), ...(file.size > maxBytes && { error: 'A file may have up to 2 GB.' }) }));
    if (more.length) setList(now => [...now.filter(c => !c.done && !more.some(m => m.file.name === c.file.name)), ...more]);
    if (picker.current) picker.current.value = '';
  };
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    take(e.dataTransfer.files);
  };
  const put = (file: File, part: Partial<Chosen>) => setList(now => now.map(c => (c.file === file ? { ...c, ...part } : c)));
  const send = async () => {
    setBusy(true);
    const waiting = list.filter(c => !c.done && c.type && c.file.size <= maxBytes).sort((a, b) => rank(a.type) - rank(b.type));
    const made: Import[] = [];
    for (const { file, type } of waiting) {
      put(file, { error: undefined, share: 0 });
      try {
        const done = await imports.upload(file, type ?? '', share => put(file, { share }));
        made.push(done);
        put(file, { done, share: undefined });
      } catch (error) {
        put(file, { error: messageOf(error), share: undefined });
      }
    }
    setBusy(false);
    await client.invalidateQueries({ queryKey: keys.imports });
    const [first] = made;
    if (list.length === 1 && first) router.push(`/imports/${first.id}`);
  };
  const open = list.filter(c => !c.done);
  const undecided = open.some(c => !c.type);
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
              {c.done ? (
                <Button onClick={() => router.push(`/imports/${c.done?.id}`)}><CircleCheck className="text-green-text" />Go on with it</Button>
              ) : (
                <>
                  <Select aria-label={`What is in ${c.file.name}?`} className="w-40" placeholder="What is in it?" disabled={busy} value={c.type ?? ''} options={kinds.map(k => ({ value: k, label: label(k) }))} onChange={e => put(c.file, { type: e.target.value || null })} />
                  <Button variant="ghost" size="icon" aria-label={`Leave out ${c.file.name}`} disabled={busy} onClick={() => setList(list.filter(o => o !== c))}><X /></Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className={cn('flex flex-wrap items-center gap-3 px-4 py-3', list.length === 0 && 'border-t')}>
        <Button variant="primary" size="md" disabled={open.length === 0 || undecided} busy={busy} onClick={() => void send()}>{open.length > 1 ? `Read ${open.length} files` : 'Read the file'}</Button>
        <span role="status" className="text-sm text-fg-3">
          {undecided ? 'Say what is in each file.' : list.length > 1 ? 'Import accounts and products first: contacts and deals then find them.' : 'Nothing is written before you have seen what would change.'}
        </span>
      </div>
    </section>
  );
}

const size = (bytes: number, number: (n: number) => string) => (bytes < 1_000_000 ? `${number(Math.max(1, Math.round(bytes / 1_000)))} kB` : `${number(Math.round(bytes / 100_000) / 10)} MB`);
