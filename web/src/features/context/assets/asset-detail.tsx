'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Download, ExternalLink, Trash2, Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button, buttonStyle } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { canPreview, sizeText } from '@/features/files/upload';
import { Details } from '@/features/records/page/details';
import { useRecord } from '@/features/records/page/use-record';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { useType, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { AssetPicture } from './asset-picture';
import { contentPath, kindOf } from './assets-api';
import { Versions } from './versions';

interface AssetDetailProps {
  id: string;
  onClose: () => void;
  onVersion: (file: File) => void;
}

/** What people may say of an asset; the rest its content says. */
const told = ['name', 'product_ids', 'entry_ids', 'owner_id', 'tags'];

const sections = (type: RecordType): RecordType => ({ ...type, ui: { ...type.ui, sections: [{ title: 'About', fields: told.filter(name => type.fields.some(f => f.name === name)) }] } });

export function AssetDetail({ id, onClose, onVersion }: AssetDetailProps) {
  const client = useQueryClient();
  const format = useFormats();
  const session = useSession().data;
  const input = useRef<HTMLInputElement>(null);
  const type = useType('file');
  const found = useRecord(type, id);
  const file = found.data;
  const settle = () => {
    void client.invalidateQueries({ queryKey: keys.lists('file') });
    void client.invalidateQueries({ queryKey: keys.record('file', id) });
  };
  const remove = useMutation({
    mutationFn: (record: AnyRecord) => records.remove('files', record.id, record.version),
    onSuccess: (_, record) => {
      toast.ok(`${record.title} is in the bin`, { label: 'Undo', run: () => void records.restore('files', record.id).then(settle, toast.error) });
      onClose();
    },
    onError: toast.error,
    onSettled: settle,
  });
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (!file || !type) return <SkeletonRows />;
  const mayEdit = can(session, 'file.update') && !session?.viewing_as;
  const erased = Boolean(file.erased_at);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b px-5 py-4 max-md:px-3.5">
        <Button variant="ghost" size="icon" aria-label="Back to the list" onClick={onClose} className="lg:hidden"><ArrowLeft /></Button>
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-lg font-semibold break-words">{file.title}</h2>
          <p className="num text-sm text-fg-3">
            {[kindOf(file.content_type), typeof file.size === 'number' && sizeText(file.size, format.locale), typeof file.width === 'number' && `${format.number(file.width)} × ${format.number(Number(file.height))}`, `version ${Number(file.version_number ?? 1)}`].filter(Boolean).join(' · ')}
          </p>
        </div>
        <div className="flex flex-wrap gap-1.5">
          {mayEdit && !erased && <Button onClick={() => input.current?.click()}><Upload />New version</Button>}
          <input ref={input} type="file" hidden aria-label="New version" onChange={e => { const next = e.target.files?.[0]; if (next) onVersion(next); e.target.value = ''; }} />
          {!erased && <a href={`${contentPath(id)}?v=${String(file.content_hash).slice(0, 12)}`} download={file.title} className={buttonStyle()}><Download />Save</a>}
          {can(session, 'file.delete') && !session?.viewing_as && <Button variant="ghost" size="icon" aria-label={`Move ${file.title} to the bin`} busy={remove.isPending} onClick={() => remove.mutate(file)}><Trash2 /></Button>}
        </div>
      </header>
      <div className="flex flex-col gap-5 p-5 max-md:p-3.5">
        <Preview file={file} />
        <Card className="overflow-hidden"><Details type={sections(type)} record={file} /></Card>
        <section>
          <SectionTitle className="mb-1.5">Versions</SectionTitle>
          <Versions file={file} mayEdit={mayEdit} onDone={settle} />
        </section>
      </div>
    </div>
  );
}

function Preview({ file }: { file: AnyRecord }) {
  if (file.erased_at) return <p className="rounded-xl border border-line bg-subtle px-4 py-6 text-center text-sm text-fg-3">Its content was removed for good.</p>;
  const source = `${contentPath(file.id)}?v=${String(file.content_hash).slice(0, 12)}`;
  const shows = canPreview(file.content_type);
  const picture = shows && file.content_type !== 'application/pdf';
  return (
    <div className={cn('relative grid place-items-center overflow-hidden rounded-xl border border-line bg-subtle', picture ? 'p-3' : 'p-6')}>
      {/* eslint-disable-next-line @next/next/no-img-element */}
      {picture ? <img src={source} alt={file.title} className="max-h-[46dvh] max-w-full object-contain" /> : (
        <div className="flex flex-col items-center gap-2 text-sm text-fg-3">
          <AssetPicture file={file} className="size-16" />
          {shows
            ? <a href={source} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1.5 font-medium text-accent-text hover:underline"><ExternalLink aria-hidden className="size-4" />Open in a new tab</a>
            : <p>Files of this kind are saved to be seen.</p>}
        </div>
      )}
    </div>
  );
}
