'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, FileText, Paperclip, Trash2, Upload, X } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog, DialogFooter } from '@/components/ui/dialog';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, usePeople, useSession } from '@/lib/session';
import { canPreview, sizeText, upload } from './upload';

interface Sending {
  key: number;
  name: string;
  part: number;
  error?: string;
  cancel: () => void;
}

let count = 0;

/** Files of a record: dropped or chosen, with their progress, and the reason where one is refused. */
export function Files({ type, id }: { type: string; id: string }) {
  const client = useQueryClient();
  const session = useSession().data;
  const format = useFormats();
  const people = usePeople().data ?? [];
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending[]>([]);
  const [shown, setShown] = useState<AnyRecord | null>(null);
  const files = useQuery({
    queryKey: [...keys.lists('file'), 'of', type, id],
    queryFn: async ({ signal }) =>
      (await records.query('files', { filter: { and: [{ field: 'record_type', op: 'is', value: type }, { field: 'record_id', op: 'is', value: id }] }, sort: ['-created_at'], limit: 200 }, { signal })).data,
  });
  const refresh = () => client.invalidateQueries({ queryKey: keys.lists('file') });
  const mayAdd = can(session, 'file.create');
  const change = (key: number, part: Partial<Sending>) => setSending(now => now.map(s => (s.key === key ? { ...s, ...part } : s)));
  const drop = (key: number) => setSending(now => now.filter(s => s.key !== key));
  const send = (list: FileList | null) => {
    for (const file of Array.from(list ?? [])) {
      const key = ++count;
      const { done, cancel } = upload(file, { type, id }, part => change(key, { part }));
      setSending(now => [...now, { key, name: file.name, part: 0, cancel }]);
      done.then(() => { drop(key); void refresh(); }, error => change(key, { error: messageOf(error) }));
    }
  };
  const onDrop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    if (mayAdd) send(e.dataTransfer.files);
  };
  const remove = async (file: AnyRecord) => {
    try {
      await records.remove('files', file.id, file.version);
      toast.ok(`${file.title} is in the bin`, { label: 'Undo', run: () => void records.restore('files', file.id).then(refresh, toast.error) });
    } catch (error) {
      toast.error(error);
    }
    await refresh();
  };
  if (session && !can(session, 'file.read')) return <NoPermission />;
  return (
    <div className="mx-auto flex w-full max-w-[920px] flex-col gap-4 p-5 max-md:p-3.5">
      {mayAdd && (
        <div
          onDragOver={e => {
            e.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
          className={cn('flex flex-wrap items-center justify-center gap-2 rounded-xl border border-dashed border-line-strong bg-subtle px-4 py-6 text-sm text-fg-3', over && 'border-accent bg-accent-soft')}
        >
          <Upload aria-hidden className="size-4" />
          <span>Drop files here, or</span>
          <Button onClick={() => input.current?.click()}>Choose files</Button>
          <input ref={input} type="file" multiple hidden aria-label="Files" onChange={e => { send(e.target.files); e.target.value = ''; }} />
        </div>
      )}
      {sending.length > 0 && (
        <ul className="flex flex-col gap-2" aria-label="Being sent">
          {sending.map(s => (
            <li key={s.key} className="flex items-center gap-3 rounded-lg border border-line px-3 py-2 text-sm">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{s.name}</span>
                {s.error ? <span role="alert" className="text-xs text-red-text">{s.error}</span> : (
                  <span role="progressbar" aria-label={`Sending ${s.name}`} aria-valuenow={Math.round(s.part * 100)} className="mt-1.5 block h-1 overflow-hidden rounded-full bg-hover">
                    <span className="block h-full bg-accent transition-[width]" style={{ width: `${s.part * 100}%` }} />
                  </span>
                )}
              </span>
              <Button variant="ghost" size="icon" aria-label={s.error ? `Dismiss ${s.name}` : `Cancel ${s.name}`} onClick={() => { s.cancel(); drop(s.key); }}><X /></Button>
            </li>
          ))}
        </ul>
      )}
      {files.isPending && <SkeletonRows rows={3} />}
      {files.error && <ErrorState error={files.error} retry={() => void files.refetch()} />}
      {files.data?.length === 0 && sending.length === 0 && <EmptyState icon={Paperclip} title="No files yet">Contracts, pictures, tables: what belongs to this record.</EmptyState>}
      {!!files.data?.length && (
        <Card>
          <ul className="divide-y" aria-label="Files">
            {files.data.map(f => (
              <li key={f.id} className="flex items-center gap-3 px-3 py-2">
                <Picture file={f} />
                <span className="min-w-0 flex-1">
                  <button type="button" onClick={() => (canPreview(f.content_type) ? setShown(f) : location.assign(`/api/v1/files/${f.id}/content`))} className="block max-w-full truncate text-left text-sm font-medium hover:underline">{f.title}</button>
                  <span className="block truncate text-xs text-fg-3">{[typeof f.size === 'number' && sizeText(f.size, format.locale), format.ago(f.created_at), people.find(p => p.id === f.created_by)?.name].filter(Boolean).join(' · ')}</span>
                </span>
                <a href={`/api/v1/files/${f.id}/content`} download={f.title} aria-label={`Save ${f.title}`} className="grid size-7 place-items-center rounded-md text-fg-3 hover:bg-hover max-md:size-9 [&_svg]:size-4"><Download /></a>
                {can(session, 'file.delete') && <Button variant="ghost" size="icon" aria-label={`Remove ${f.title}`} onClick={() => void remove(f)}><Trash2 /></Button>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {shown && <Preview file={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

function Picture({ file }: { file: AnyRecord }) {
  const [broken, setBroken] = useState(false);
  return (
    <span className="grid size-10 shrink-0 place-items-center overflow-hidden rounded-md border border-line bg-subtle text-fg-3">
      {/* eslint-disable-next-line @next/next/no-img-element */}
      {file.thumbnail === true && !broken ? <img src={`/api/v1/files/${file.id}/thumbnail`} alt="" className="size-full object-cover" onError={() => setBroken(true)} /> : <FileText aria-hidden className="size-5 stroke-[1.5]" />}
    </span>
  );
}

function Preview({ file, onClose }: { file: AnyRecord; onClose: () => void }) {
  const source = `/api/v1/files/${file.id}/content`;
  return (
    <Dialog open onClose={onClose} title={file.title} className="w-[min(960px,calc(100vw-24px))]">
      <div className="grid min-h-0 flex-1 place-items-center overflow-auto bg-subtle p-4">
        {/* eslint-disable-next-line @next/next/no-img-element */}
        {file.content_type === 'application/pdf'
          ? <p className="py-8 text-sm text-fg-2">A PDF opens in a tab of its own.</p>
          : <img src={source} alt={file.title} className="max-h-[60dvh] max-w-full object-contain" />}
      </div>
      <DialogFooter>
        <a href={source} target="_blank" rel="noreferrer" className="text-sm font-medium text-accent-text hover:underline">Open in a new tab</a>
        <Button size="md" onClick={onClose}>Close</Button>
      </DialogFooter>
    </Dialog>
  );
}
