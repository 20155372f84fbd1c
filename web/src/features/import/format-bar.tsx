'use client';
import { useMutation } from '@tanstack/react-query';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { useTypes } from '@/lib/meta';
import { can, useSession } from '@/lib/session';
import { imports, type Import, type NewFormat } from './import-api';

const separators = [{ value: ',', label: 'Comma' }, { value: ';', label: 'Semicolon' }, { value: '\t', label: 'Tab' }, { value: '|', label: 'Bar' }];
const encodings: Record<string, string> = {
  'UTF-8': 'UTF-8', 'UTF-16LE': 'UTF-16 (LE)', 'UTF-16BE': 'UTF-16 (BE)', 'windows-1252': 'Western (Latin-1)', 'windows-1250': 'Central European', 'windows-1251': 'Cyrillic',
  'windows-1253': 'Greek', 'windows-1254': 'Turkish', Shift_JIS: 'Japanese', 'EUC-KR': 'Korean', GB18030: 'Chinese, simplified', Big5: 'Chinese, traditional',
};

/** What the file is, and the choice to read it in another way where there is one. */
export function FormatBar({ of, onImport }: { of: Import; onImport: (next: Import) => void }) {
  const types = useTypes().data ?? [];
  const session = useSession().data;
  const formats = useFormats();
  const read = useMutation({
    mutationFn: (part: NewFormat) => imports.format(of.id, part),
    onSuccess: onImport,
    onError: toast.error,
  });
  const format = of.format;
  const text = format?.kind === 'csv';
  const sheets = format?.kind === 'xlsx' ? (format.sheets ?? []) : [];
  const kinds = types.filter(t => t.name === of.record_type || (t.operations.includes('create') && can(session, `${t.name}.create`)));
  const known = Object.entries(encodings).map(([value, label]) => ({ value, label }));
  return (
    <div role="group" aria-label="How the file is read" aria-busy={read.isPending} className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className="num text-fg-2">{formats.number(of.row_count)} {of.row_count === 1 ? 'row' : 'rows'}, {formats.number(of.columns.length)} {of.columns.length === 1 ? 'column' : 'columns'}</span>
      {of.kind !== 'history' && (
        <label className="flex items-center gap-2 text-fg-3">Each row is
          <Select className="w-40" disabled={read.isPending} value={of.record_type} options={kinds.map(t => ({ value: t.name, label: t.name === 'company' ? 'an account' : `${/^[aeiou]/i.test(t.label) ? 'an' : 'a'} ${t.label.toLowerCase()}` }))} onChange={e => read.mutate({ record_type: e.target.value })} />
        </label>
      )}
      {sheets.length > 1 && (
        <label className="flex items-center gap-2 text-fg-3">Sheet
          <Select className="w-48" disabled={read.isPending} value={format?.sheet ?? ''} options={sheets.map(s => ({ value: s, label: s }))} onChange={e => read.mutate({ sheet: e.target.value })} />
        </label>
      )}
      {text && (
        <>
          <label className="flex items-center gap-2 text-fg-3">Encoding
            <Select className="w-48" disabled={read.isPending} value={format.encoding} options={format.encoding in encodings ? known : [{ value: format.encoding, label: format.encoding }, ...known]} onChange={e => read.mutate({ encoding: e.target.value })} />
          </label>
          <label className="flex items-center gap-2 text-fg-3">Separator
            <Select className="w-32" disabled={read.isPending} value={format.delimiter} options={separators} onChange={e => read.mutate({ delimiter: e.target.value })} />
          </label>
        </>
      )}
    </div>
  );
}
