'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, CircleCheck, Download, FileUp, Trash2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { useTypes } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { SettingsFrame } from './settings-frame';
import { goesOn, share, transfers, type ExportKind, type Transfer, type WorkspaceExport } from './transfer-api';

const exportsKey = ['workspace', 'exports'];
const importKey = ['workspace', 'import'];
const OFTEN = 1_000;

const kinds: { kind: ExportKind; label: string; text: string }[] = [
  { kind: 'everything', label: 'Everything', text: 'A ZIP with all records, history, files and settings. An empty workspace can read it.' },
  { kind: 'training', label: 'For training', text: 'One line for each text that was read: what was decided, corrected, and how it ended.' },
];

const kindLabel = (kind: ExportKind) => kinds.find(k => k.kind === kind)?.label ?? kind;

export function TransferSettings() {
  return (
    <SettingsFrame title="Export and import" lead="The whole workspace as a file. It holds everything, hidden fields too: keep it as you keep a backup." permission="workspace.manage">
      <div className="flex flex-col gap-6">
        <Exports />
        <ImportWorkspace />
      </div>
    </SettingsFrame>
  );
}

function Exports() {
  const client = useQueryClient();
  const found = useQuery({ queryKey: exportsKey, queryFn: transfers.exports, refetchInterval: query => (query.state.data?.some(goesOn) ? OFTEN : false) });
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onError: error => toast.error(error), onSettled: () => client.invalidateQueries({ queryKey: exportsKey }) });
  const [removing, setRemoving] = useState<WorkspaceExport | null>(null);
  return (
    <section aria-label="Exports">
      <SectionTitle className="mb-1">Take it along</SectionTitle>
      <Card className="mb-3">
        <ul className="divide-y">
          {kinds.map(k => (
            <li key={k.kind} className="flex items-center gap-4 px-4 py-3 max-md:flex-col max-md:items-start max-md:gap-2">
              <span className="min-w-0 flex-1">
                <span className="block text-sm font-medium">{k.label}</span>
                <span className="block text-xs text-fg-3">{k.text}</span>
              </span>
              <Button aria-label={`Export: ${k.label}`} disabled={act.isPending || found.data?.some(e => e.kind === k.kind && goesOn(e))} onClick={() => act.mutate(() => transfers.start(k.kind))}><Archive />Export</Button>
            </li>
          ))}
        </ul>
      </Card>
      {found.isPending && <SkeletonRows rows={2} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <Card><EmptyState icon={Archive} title="No files yet">A file stays here until it is removed.</EmptyState></Card>}
      {!!found.data?.length && (
        <Card>
          <ul aria-label="Files" className="divide-y">
            {found.data.map(e => <ExportLine key={e.id} file={e} cancel={() => act.mutate(() => transfers.cancel(e.id))} remove={() => setRemoving(e)} />)}
          </ul>
        </Card>
      )}
      <ConfirmDialog
        open={removing !== null}
        title="Remove this file?"
        action="Remove"
        onClose={() => setRemoving(null)}
        onConfirm={() => {
          if (removing) act.mutate(() => transfers.remove(removing.id));
          setRemoving(null);
        }}
      >
        The workspace itself stays as it is.
      </ConfirmDialog>
    </section>
  );
}

function ExportLine({ file, cancel, remove }: { file: WorkspaceExport; cancel: () => void; remove: () => void }) {
  const formats = useFormats();
  const size = file.size === null ? '' : `, ${formats.number(Math.max(1, Math.round(file.size / 1_000)))} kB`;
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <span className="min-w-0 flex-1">
        <span className="block text-sm font-medium break-words">{file.file_name ?? kindLabel(file.kind)}</span>
        <span className="block text-xs text-fg-3">{formats.instant(file.created_at)}{file.created_by && `, ${file.created_by}`}{size}</span>
        {goesOn(file) && <Progress transfer={file} />}
        {file.status === 'failed' && <span className="block text-xs text-red-text">{file.error ?? 'The file could not be written.'}</span>}
        {file.status === 'cancelled' && <span className="block text-xs text-fg-3">Cancelled</span>}
      </span>
      {goesOn(file) && <Button variant="ghost" size="icon" aria-label={`Cancel ${kindLabel(file.kind)}`} onClick={cancel}><X /></Button>}
      {file.status === 'done' && (
        <>
          <a href={transfers.content(file.id)} download={file.file_name ?? true} className="flex h-7 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-accent-text hover:bg-hover max-md:h-9"><Download aria-hidden className="size-4" />Download</a>
          <Button variant="ghost" size="icon" aria-label={`Remove ${file.file_name ?? kindLabel(file.kind)}`} onClick={remove}><Trash2 /></Button>
        </>
      )}
    </li>
  );
}

function Progress({ transfer }: { transfer: Transfer }) {
  const formats = useFormats();
  const part = share(transfer);
  const { done, total } = transfer.progress;
  return (
    <span className="mt-1.5 block">
      <span role="progressbar" aria-label="Progress" aria-valuemin={0} aria-valuemax={100} aria-valuenow={part === null ? undefined : Math.round(part * 100)} className="block h-1.5 overflow-hidden rounded-full bg-active">
        <span className="block h-full rounded-full bg-accent transition-[width]" style={{ width: `${(part ?? 0) * 100}%` }} />
      </span>
      <span role="status" className="mt-1 block text-xs text-fg-3">{transfer.status === 'queued' ? 'Waits for its turn' : `${formats.number(done)}${total ? ` of ${formats.number(total)}` : ''} rows`}</span>
    </span>
  );
}

function ImportWorkspace() {
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const found = useQuery({ queryKey: importKey, queryFn: transfers.state, refetchInterval: query => (goesOn(query.state.data?.import) ? OFTEN : false) });
  const again = () => client.invalidateQueries({ queryKey: importKey });
  const send = useMutation({ mutationFn: transfers.send, onSettled: again });
  const state = found.data;
  return (
    <section aria-label="Import of a workspace">
      <SectionTitle className="mb-1">Bring one here</SectionTitle>
      {found.isPending && <SkeletonRows rows={1} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {state && (
        <Card className="flex flex-col gap-3 px-4 py-3">
          {state.import?.status !== 'done' && <p className="text-sm text-fg-2">{state.possible ? 'This workspace is empty, so it can read the file of another one. People come along without passwords; send each a link afterwards.' : state.reason}</p>}
          {send.error && <Notice>{messageOf(send.error)}</Notice>}
          {state.possible && (
            <div>
              <Button busy={send.isPending} onClick={() => picker.current?.click()}><FileUp />Choose a file</Button>
              <input
                ref={picker}
                type="file"
                accept=".zip,application/zip"
                aria-label="File of a workspace"
                className="sr-only"
                tabIndex={-1}
                onChange={e => {
                  const file = e.target.files?.[0];
                  e.target.value = '';
                  if (file) send.mutate(file);
                }}
              />
            </div>
          )}
          {state.import && <LastImport last={state.import} again={again} />}
        </Card>
      )}
    </section>
  );
}

function LastImport({ last, again }: { last: Transfer; again: () => Promise<void> }) {
  const formats = useFormats();
  const types = useTypes().data;
  const label = (name: string) => types?.find(t => t.name === name)?.label_plural ?? name;
  const cancel = async () => {
    try {
      await transfers.cancelImport(last.id);
    } catch (error) {
      toast.error(error);
    }
    await again();
  };
  if (goesOn(last)) {
    return (
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1"><Progress transfer={last} /></span>
        <Button variant="ghost" size="icon" aria-label="Cancel the import" onClick={() => void cancel()}><X /></Button>
      </div>
    );
  }
  if (last.status === 'failed') return <Notice>{last.error ?? 'The file could not be read.'}</Notice>;
  const counts = Object.entries(last.summary ?? {}).filter(([, count]) => count > 0);
  if (last.status !== 'done' || counts.length === 0) return null;
  return (
    <>
    <p role="status" className="flex items-start gap-2 text-sm text-fg-2">
      <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-green-text" />
      <span>{last.file_name ?? 'The file'} was read. People came along without passwords: <Link href="/settings/people" className="font-medium text-accent-text hover:underline">send each a link</Link>.</span>
    </p>
    <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 text-sm">
      {counts.map(([name, count]) => <div key={name} className="contents"><dt className="text-fg-3">{label(name)}</dt><dd className="num text-right font-medium">{formats.number(count)}</dd></div>)}
    </dl>
    </>
  );
}
