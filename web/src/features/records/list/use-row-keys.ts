'use client';
import { useState } from 'react';
import { useShortcuts } from '@/lib/shortcuts';

interface RowKeys {
  total: number;
  scrollTo: (index: number) => void;
  open: (index: number) => void;
  select: (index: number) => void;
  edit?: (index: number) => void;
  clear: () => void;
}

const pageStep = 15;

/** j, k and the arrows move, Enter opens, e edits, x or space selects, shift extends, Escape lets go. */
export function useRowKeys({ total, scrollTo, open, select, edit, clear }: RowKeys) {
  const [active, setActive] = useState(-1);
  const move = (by: number) => (event: KeyboardEvent) => {
    const next = Math.max(0, Math.min(total - 1, active + by));
    if (total === 0) return;
    if (event.shiftKey && active >= 0) select(active);
    setActive(next);
    scrollTo(next);
  };
  const at = (act?: (index: number) => void) => () => active >= 0 && active < total && act?.(active);
  useShortcuts({
    j: move(1),
    k: move(-1),
    J: move(1),
    K: move(-1),
    ArrowDown: move(1),
    ArrowUp: move(-1),
    PageDown: move(pageStep),
    PageUp: move(-pageStep),
    Home: move(-total),
    End: move(total),
    x: at(select),
    ' ': at(select),
    Enter: at(open),
    o: at(open),
    e: at(edit),
    Escape: () => {
      clear();
      setActive(-1);
    },
  });
  return { active: Math.min(active, total - 1), setActive };
}
