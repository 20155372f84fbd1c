'use client';
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import type { NodeKind, Spot } from './tree-api';
import { dropAt, titleOf, type Index, type Target } from './tree-model';

export interface Drag {
  id: string;
  title: string;
  x: number;
  y: number;
  target: Target | null;
}

interface DragProps {
  index: Index;
  kinds: NodeKind[];
  onDrop: (id: string, spot: Spot) => void;
  onRefused: (why: string) => void;
}

const threshold = 5;
const edge = 48;

/** The browser would press what the message was let go over. */
function swallowClick() {
  const stop = (e: Event) => {
    e.stopPropagation();
    e.preventDefault();
  };
  addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', stop, { capture: true }), 0);
}

function scrollNear(box: Element | null, y: number) {
  if (!box) return;
  const { top, bottom } = box.getBoundingClientRect();
  if (y < top + edge) box.scrollBy(0, -12);
  else if (y > bottom - edge) box.scrollBy(0, 12);
}

/** Drags a message with mouse, pen or finger over others, each marked with `data-node`. Escape lets it stay. */
export function useDrag(props: DragProps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const start = (id: string, down: ReactPointerEvent) => {
    if (down.button !== 0) return;
    const from = { x: down.clientX, y: down.clientY };
    const box = down.currentTarget.closest('[data-scrolls]');
    let now: Drag | null = null;
    const put = (next: Drag | null) => {
      now = next;
      setDrag(next);
    };
    const move = (e: PointerEvent) => {
      if (e.pointerId !== down.pointerId) return;
      if (!now && Math.hypot(e.clientX - from.x, e.clientY - from.y) < threshold) return;
      const { index, kinds } = latest.current;
      const moved = index.get(id);
      if (!moved) return end();
      e.preventDefault();
      scrollNear(box, e.clientY);
      const over = document.elementFromPoint(e.clientX, e.clientY)?.closest<HTMLElement>('[data-node]');
      const area = over?.getBoundingClientRect();
      const target = over?.dataset.node && area ? dropAt(index, kinds, id, over.dataset.node, (e.clientY - area.top) / Math.max(1, area.height)) : null;
      put({ id, title: titleOf(moved.node), x: e.clientX, y: e.clientY, target });
    };
    const up = (e: PointerEvent) => {
      if (e.pointerId !== down.pointerId) return;
      const last = now;
      end();
      if (!last) return;
      swallowClick();
      if (last.target?.ok) latest.current.onDrop(id, last.target.spot);
      else if (last.target?.why) latest.current.onRefused(last.target.why);
    };
    const key = (e: KeyboardEvent) => {
      if (e.key !== 'Escape' || !now) return;
      e.stopPropagation();
      end();
      swallowClick();
    };
    const end = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', key, true);
      document.documentElement.classList.remove('select-none');
      stop.current = null;
      put(null);
    };
    stop.current?.();
    stop.current = end;
    document.documentElement.classList.add('select-none');
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', end);
    addEventListener('keydown', key, true);
  };
  return { drag, start };
}
