'use client';
import { useCallback, useRef, useState, type MouseEvent, type RefObject } from 'react';
import type { FieldType, RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import type { Columns } from './columns';

export interface EditedCell {
  id: string;
  field: string;
}

/** Cells that are changed where they stand: what is computed, lies in another record or is written by the product is not. */
export const isEditable = (type: RecordType, field: FieldType) =>
  type.fields.some(f => f.name === field.name) && !field.read_only && !field.derived && field.kind !== 'json';

const pencil = 24;

/** Which cell is being edited, and the pencil that follows the pointer from cell to cell. */
export function useCellEdit(type: RecordType, columns: Columns, enabled: boolean, back: () => void) {
  const [edited, setEdited] = useState<EditedCell | null>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const last = useRef<string | null>(null);
  const dismissed = useRef(false);
  const fields = enabled ? columns.shown.filter(f => isEditable(type, f)) : [];
  const begin = (record: AnyRecord | undefined, name?: string) => {
    const open = fields.filter(f => !record?._masked?.includes(f.name));
    const field = open.find(f => f.name === (name ?? last.current)) ?? open[0];
    if (!record || !field) return;
    last.current = field.name;
    setEdited({ id: record.id, field: field.name });
  };
  const leave = (record: AnyRecord, step: -1 | 0 | 1, refocus: boolean) => {
    const open = fields.filter(f => !record._masked?.includes(f.name));
    const to = step === 0 ? undefined : open[open.findIndex(f => f.name === edited?.field) + step];
    if (to) return begin(record, to.name);
    setEdited(null);
    if (refocus) back();
  };
  const stop = useCallback(() => setEdited(null), []);
  const onMouseOver = (e: MouseEvent, content: RefObject<HTMLElement | null>) => {
    const target = e.target as Element;
    const button = handle.current;
    if (!button || target.closest('[data-edit]')) return;
    const cell = target.closest<HTMLElement>('[data-cell]');
    const frame = content.current?.getBoundingClientRect();
    button.hidden = !cell || !frame;
    if (!cell || !frame) return;
    const at = cell.getBoundingClientRect();
    const right = cell.dataset.cell === 'right';
    button.dataset.edit = cell.dataset.field;
    button.dataset.row = cell.closest('[data-index]')?.getAttribute('data-index') ?? '';
    button.style.transform = `translate(${(right ? at.left : at.right - pencil) - frame.left}px, ${at.top + (at.height - pencil) / 2 - frame.top}px)`;
  };
  /** A click beside the editor only ends the editing. */
  const onPointerDown = (target: Element) => {
    dismissed.current = edited !== null && !target.closest('[data-cell-editor]');
  };
  return { edited, begin, leave, stop, handle, onMouseOver, onPointerDown, wasDismissed: () => dismissed.current };
}
