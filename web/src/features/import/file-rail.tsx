'use client';
import type { ReactNode } from 'react';
import { RecordIcon } from '@/components/record-icon';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import type { Import } from './import-api';

interface FileRailProps {
  files: Import[];
  active: string;
  types: RecordType[];
  onPick: (id: string) => void;
  /** What stands at the end of a file's line. */
  mark?: (file: Import) => ReactNode;
}

export const typeLabel = (types: RecordType[], of: Import) => (of.kind === 'history' ? 'History' : of.record_type === 'company' ? 'Accounts' : (types.find(t => t.name === of.record_type)?.label_plural ?? of.record_type));

/** The files of a set in the order in which they are imported. */
export function FileRail({ files, active, types, onPick, mark }: FileRailProps) {
  const formats = useFormats();
  if (files.length < 2) return null;
  return (
    <nav aria-label="Files" className="w-[230px] shrink-0 max-lg:w-full">
      <ol className="flex flex-col gap-0.5 max-lg:hide-scroll max-lg:flex-row max-lg:overflow-x-auto max-lg:pb-1">
        {files.map((f, i) => (
          <li key={f.id} className="max-lg:shrink-0">
            <button
              type="button"
              aria-current={f.id === active || undefined}
              onClick={() => onPick(f.id)}
              className={cn('flex w-full items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-left text-sm hover:bg-hover max-lg:border max-lg:border-line', f.id === active && 'bg-active')}
            >
              <RecordIcon type={f.record_type} className="size-4 shrink-0 text-fg-3" />
              <span className="min-w-0 flex-1 leading-[17px]">
                <span className="block truncate font-medium max-lg:max-w-40">{f.file_name ?? `File ${i + 1}`}</span>
                <span className={cn('num block truncate text-xs', f.id === active ? 'text-fg-2' : 'text-fg-3')}>{typeLabel(types, f)}, {formats.number(f.row_count)} {f.row_count === 1 ? 'row' : 'rows'}</span>
              </span>
              {mark?.(f)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
