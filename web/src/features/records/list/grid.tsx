'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, type MouseEvent } from 'react';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { useNarrow } from '@/lib/use-media';
import type { View } from '../view';
import { CardRow, cardHeight } from './card-row';
import { queryFields, type Columns } from './columns';
import type { Block } from './groups';
import { HeaderRow } from './header-row';
import { Row } from './row';
import { useCellEdit } from './use-cell-edit';
import { useLines } from './use-records';
import { useRowKeys } from './use-row-keys';

const GroupRow = dynamic(() => import('./group-row').then(m => m.GroupRow), { ssr: false });

interface GridProps {
  type: RecordType;
  view: View;
  /** Rows, with the heads of groups. */
  lines: number;
  blocks: Block[] | null;
  columns: Columns;
  format: Formats;
  people: Map<string, string>;
  persons: Person[];
  /** Cells may be changed in place. */
  mayEdit: boolean;
  /** The list is not read anew while a cell is being changed. */
  held: boolean;
  onHold: (held: boolean) => void;
  selected: ReadonlySet<string>;
  /** All that the view finds is chosen, also what is not loaded. */
  everything: boolean;
  fresh: ReadonlySet<string>;
  onSelect: (ids: string[], on?: boolean) => void;
  onClear: () => void;
  onSort: (field: string, keepOthers: boolean) => void;
  onWidth: (name: string, px: number | null) => void;
  onFold: (key: string) => void;
}

export function Grid(props: GridProps) {
  const { type, view, lines, blocks, columns, format, people, persons, mayEdit, held, onHold, selected, everything, fresh, onSelect, onClear, onSort, onWidth, onFold } = props;
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const cells = useCellEdit(type, columns, mayEdit && !narrow, () => scroller.current?.focus({ preventScroll: true }));
  const size = narrow ? cardHeight : columns.height;
  const virtual = useVirtualizer({ count: lines, getScrollElement: () => scroller.current, estimateSize: () => size, overscan: 8, scrollPaddingStart: 34 });
  const items = virtual.getVirtualItems();
  const lineAt = useLines(type, view, queryFields(type, columns), blocks, items[0]?.index ?? 0, items.at(-1)?.index ?? 0, held);
  useEffect(() => virtual.measure(), [size, virtual]);
  const editing = cells.edited !== null;
  useEffect(() => {
    onHold(editing);
    return () => onHold(false);
  }, [editing, onHold]);
  const inSight = !cells.edited || items.some(i => lineAt(i.index).record?.id === cells.edited?.id);
  const { stop } = cells;
  useEffect(() => {
    if (!inSight) stop();
  }, [inSight, stop]);

  // A record of the past has a page of its own moment.
  const at = view.asOf ? `?as_of=${encodeURIComponent(view.asOf)}` : '';
  const open = (record: AnyRecord | undefined) => record && router.push(recordPath(type.name, record.id, type.plural) + at);
  const { active, setActive } = useRowKeys({
    total: lines,
    scrollTo: index => {
      virtual.scrollToIndex(index);
      scroller.current?.focus({ preventScroll: true });
    },
    open: index => {
      const line = lineAt(index);
      if (line.block) onFold(line.block.key);
      else open(line.record);
    },
    select: index => {
      const { record } = lineAt(index);
      if (record) onSelect([record.id]);
    },
    edit: index => cells.begin(lineAt(index).record),
    clear: onClear,
  });
  const loaded = items.flatMap(i => lineAt(i.index).record?.id ?? []);
  const allSelected = everything || (loaded.length > 0 && loaded.every(id => selected.has(id)));

  const onClick = (e: MouseEvent) => {
    const target = e.target as Element;
    const index = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? -1);
    const record = index >= 0 ? lineAt(index).record : undefined;
    const pencil = target.closest<HTMLElement>('[data-edit]');
    if (pencil) {
      const at = Number(pencil.dataset.row);
      setActive(at);
      return cells.begin(lineAt(at).record, pencil.dataset.edit);
    }
    if (!record) return;
    setActive(index);
    if (cells.wasDismissed()) return;
    if (target.closest('[data-select]')) return onSelect([record.id]);
    const link = target.closest('a');
    if (e.metaKey || e.ctrlKey || e.shiftKey) return;
    if (!link) return open(record);
    const href = link.getAttribute('href') ?? '';
    if (!href.startsWith('/')) return;
    e.preventDefault();
    router.push(href === recordPath(type.name, record.id, type.plural) ? href + at : href);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={type.label_plural}
      aria-rowcount={lines + 1}
      aria-multiselectable
      aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
      tabIndex={0}
      onPointerDownCapture={e => cells.onPointerDown(e.target as Element)}
      onMouseOver={e => cells.onMouseOver(e, content)}
      onMouseLeave={() => cells.handle.current && (cells.handle.current.hidden = true)}
      onClick={onClick}
      className={cn('relative min-h-0 flex-1 overflow-auto -outline-offset-2 [contain:strict]', active >= 0 && 'outline-none')}
    >
      <div style={{ minWidth: narrow ? undefined : columns.minWidth }}>
        {!narrow && (
          <div role="rowgroup" className="sticky top-0 z-10 border-b bg-surface">
            <HeaderRow columns={columns} sort={view.sort} allSelected={allSelected} onSelectAll={() => onSelect(loaded, !allSelected)} onSort={onSort} onWidth={onWidth} />
          </div>
        )}
        <div ref={content} role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map(item => {
            const { block, record } = lineAt(item.index);
            const isActive = item.index === active;
            if (block) {
              return <GroupRow key={item.index} index={item.index} start={item.start} height={size} group={block.group} spec={view.group ?? ''} open={block.open} active={isActive} type={type} columns={columns} format={format} narrow={narrow} onToggle={() => onFold(block.key)} />;
            }
            const common = { index: item.index, start: item.start, type, record, columns, format, people, active: isActive };
            return narrow
              ? <CardRow key={item.index} {...common} />
              : <Row key={item.index} {...common} selected={record !== undefined && (everything || selected.has(record.id))} fresh={record !== undefined && fresh.has(record.id)} mayEdit={mayEdit} editing={record && cells.edited?.id === record.id ? { field: cells.edited.field, people: persons, onLeave: (step, refocus) => cells.leave(record, step, refocus) } : undefined} />;
          })}
          {mayEdit && !narrow && (
            <button ref={cells.handle} type="button" aria-hidden hidden tabIndex={-1} data-edit="" title="Edit (E)" className="absolute left-0 top-0 z-[1] grid size-6 place-items-center rounded-md bg-raised text-fg-3 shadow-e1 hover:text-fg">
              <Pencil className="size-3" />
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
