'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, type MouseEvent } from 'react';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { useNarrow } from '@/lib/use-media';
import type { View } from '../view';
import { CardRow, cardHeight } from './card-row';
import type { Columns } from './columns';
import { HeaderRow } from './header-row';
import { Row, rowHeight } from './row';
import { useRecordRows } from './use-records';
import { useRowKeys } from './use-row-keys';

interface GridProps {
  type: RecordType;
  view: View;
  total: number;
  columns: Columns;
  format: Formats;
  people: Map<string, string>;
  selected: ReadonlySet<string>;
  fresh: ReadonlySet<string>;
  onSelect: (ids: string[], on?: boolean) => void;
  onClear: () => void;
  onSort: (field: string, keepOthers: boolean) => void;
}

export function Grid(props: GridProps) {
  const { type, view, total, columns, format, people, selected, fresh, onSelect, onClear, onSort } = props;
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const size = narrow ? cardHeight : rowHeight;
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => size, overscan: 8, scrollPaddingStart: 34 });
  const items = virtual.getVirtualItems();
  const rowAt = useRecordRows(type, view, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  useEffect(() => virtual.measure(), [size, virtual]);

  const open = (record: AnyRecord | undefined) => record && router.push(recordPath(type.name, record.id, type.plural));
  const { active, setActive } = useRowKeys({
    total,
    scrollTo: index => {
      virtual.scrollToIndex(index);
      scroller.current?.focus({ preventScroll: true });
    },
    open: index => open(rowAt(index)),
    select: index => {
      const record = rowAt(index);
      if (record) onSelect([record.id]);
    },
    clear: onClear,
  });
  const loaded = items.flatMap(i => rowAt(i.index)?.id ?? []);
  const allSelected = loaded.length > 0 && loaded.every(id => selected.has(id));

  const onClick = (e: MouseEvent) => {
    const target = e.target as Element;
    const index = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? -1);
    const record = index >= 0 ? rowAt(index) : undefined;
    if (!record) return;
    setActive(index);
    if (target.closest('[data-select]')) return onSelect([record.id]);
    const link = target.closest('a');
    if (e.metaKey || e.ctrlKey || e.shiftKey) return;
    if (!link) return open(record);
    const href = link.getAttribute('href') ?? '';
    if (!href.startsWith('/')) return;
    e.preventDefault();
    router.push(href);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={type.label_plural}
      aria-rowcount={total + 1}
      aria-multiselectable
      aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
      tabIndex={0}
      onClick={onClick}
      className={cn('relative min-h-0 flex-1 overflow-auto -outline-offset-2 [contain:strict]', active >= 0 && 'outline-none')}
    >
      <div style={{ minWidth: narrow ? undefined : columns.minWidth }}>
        {!narrow && (
          <div role="rowgroup" className="sticky top-0 z-10 border-b bg-surface">
            <HeaderRow columns={columns} sort={view.sort} allSelected={allSelected} onSelectAll={() => onSelect(loaded, !allSelected)} onSort={onSort} />
          </div>
        )}
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map(item => {
            const record = rowAt(item.index);
            const common = { index: item.index, start: item.start, type, record, columns, format, people, active: item.index === active };
            return narrow
              ? <CardRow key={item.index} {...common} />
              : <Row key={item.index} {...common} selected={record !== undefined && selected.has(record.id)} fresh={record !== undefined && fresh.has(record.id)} />;
          })}
        </div>
      </div>
    </div>
  );
}
