'use client';
import { useRef, type KeyboardEvent } from 'react';
import { Popover } from '@/components/ui/popover';
import type { Formats } from '@/lib/format';
import type { FieldType, RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { InlineEditor } from '../page/inline-editor';

export interface CellEditorProps {
  type: RecordType;
  field: FieldType;
  record: AnyRecord;
  format: Formats;
  people: Person[];
  names: Map<string, string>;
  /** Towards the cell before, the cell after, or out; `refocus` where nothing else has taken the focus. */
  onLeave: (step: -1 | 0 | 1, refocus: boolean) => void;
}

const stops = 'input:not([tabindex="-1"]), textarea, select, button:not([tabindex="-1"]):not([hidden])';

/** Over the cell: Enter saves, Tab saves and goes on to the next cell, Escape leaves it as it was. */
export function CellEditor({ onLeave, ...props }: CellEditorProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const next = useRef<-1 | 0 | 1>(0);
  const onKeyDown = (e: KeyboardEvent<HTMLDivElement>) => {
    if (e.key !== 'Tab') return;
    const inside = [...e.currentTarget.querySelectorAll<HTMLElement>(stops)];
    if (document.activeElement !== inside.at(e.shiftKey ? 0 : -1)) return;
    e.preventDefault();
    next.current = e.shiftKey ? -1 : 1;
    e.currentTarget.querySelector('form')?.requestSubmit();
  };
  return (
    <>
      <span ref={anchor} aria-hidden className="pointer-events-none absolute inset-x-0 -top-1 h-0" />
      {/* A click elsewhere takes the focus away, and that saves. */}
      <Popover open onClose={() => undefined} anchor={anchor} matchWidth className="max-w-[min(420px,calc(100vw-16px))]">
        <div role="group" aria-label={`Edit ${props.field.label}`} data-cell-editor className="flex min-w-48 cursor-default p-0.5 text-left font-normal text-fg whitespace-normal" onClick={e => e.stopPropagation()} onKeyDown={onKeyDown}>
          <InlineEditor
            {...props}
            onDone={refocus => {
              const step = next.current;
              next.current = 0;
              onLeave(step, refocus);
            }}
          />
        </div>
      </Popover>
    </>
  );
}
