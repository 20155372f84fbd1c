'use client';
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';

const threshold = 5;
const hold = 280;
const slack = 9;
const edge = 56;
const speed = 14;

export interface Dragged {
  id: string;
  x: number;
  y: number;
  width: number;
  /** The column under the pointer, by its place. */
  over: number | null;
}

interface Start {
  id: string;
  x: number;
  y: number;
  dx: number;
  dy: number;
  width: number;
  timer?: ReturnType<typeof setTimeout>;
}

const columnAt = (x: number, y: number) => {
  const place = document.elementFromPoint(x, y)?.closest('[data-board-column]')?.getAttribute('data-board-column');
  return place == null ? null : Number(place);
};

/** Carries a card by mouse, or by finger after a short hold, so that a finger that only scrolls still scrolls. */
export function useDrag(enabled: boolean, onDrop: (id: string, column: number) => void) {
  const board = useRef<HTMLDivElement>(null);
  const start = useRef<Start | null>(null);
  const now = useRef<Dragged | null>(null);
  const justDropped = useRef(false);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });

  useEffect(() => {
    const show = (next: Dragged | null) => {
      now.current = next;
      setDragged(next);
    };
    const lift = (x: number, y: number) => {
      const s = start.current;
      if (s) show({ id: s.id, x: x - s.dx, y: y - s.dy, width: s.width, over: columnAt(x, y) });
    };
    const end = (commit: boolean) => {
      clearTimeout(start.current?.timer);
      const last = now.current;
      start.current = null;
      if (!last) return;
      show(null);
      justDropped.current = true;
      setTimeout(() => (justDropped.current = false));
      if (commit && last.over !== null) drop.current(last.id, last.over);
    };
    const onMove = (e: PointerEvent) => {
      const s = start.current;
      if (!s) return;
      const far = Math.hypot(e.clientX - s.x, e.clientY - s.y);
      if (now.current) return lift(e.clientX, e.clientY);
      if (e.pointerType === 'mouse' && far > threshold) lift(e.clientX, e.clientY);
      else if (e.pointerType !== 'mouse' && far > slack) end(false);
    };
    const onUp = () => end(true);
    const onCancel = () => end(false);
    const onKey = (e: KeyboardEvent) => {
      if (e.key !== 'Escape' || !now.current) return;
      e.preventDefault();
      end(false);
    };
    // Only a listener that is not passive may keep the page from scrolling under a carried card.
    const onTouch = (e: TouchEvent) => now.current && e.preventDefault();
    // A held finger would open the menu of the link under it.
    const onMenu = (e: Event) => start.current?.timer && e.preventDefault();
    const el = board.current;
    el?.addEventListener('contextmenu', onMenu);
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', onCancel);
    addEventListener('keydown', onKey, true);
    el?.addEventListener('touchmove', onTouch, { passive: false });
    return () => {
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onUp);
      removeEventListener('pointercancel', onCancel);
      removeEventListener('keydown', onKey, true);
      el?.removeEventListener('touchmove', onTouch);
      el?.removeEventListener('contextmenu', onMenu);
    };
  }, []);

  const carrying = dragged !== null;
  useEffect(() => {
    if (!carrying) return;
    let frame = 0;
    const scroll = () => {
      const el = board.current;
      const at = now.current;
      if (el && at) {
        const box = el.getBoundingClientRect();
        const middle = at.x + at.width / 2;
        if (middle > box.right - edge) el.scrollLeft += speed;
        else if (middle < box.left + edge) el.scrollLeft -= speed;
      }
      frame = requestAnimationFrame(scroll);
    };
    frame = requestAnimationFrame(scroll);
    return () => cancelAnimationFrame(frame);
  }, [carrying]);

  const onPointerDown = (id: string) => (e: ReactPointerEvent<HTMLElement>) => {
    if (!enabled || e.button !== 0) return;
    const box = e.currentTarget.getBoundingClientRect();
    const s: Start = { id, x: e.clientX, y: e.clientY, dx: e.clientX - box.left, dy: e.clientY - box.top, width: box.width };
    start.current = s;
    if (e.pointerType === 'mouse') return;
    s.timer = setTimeout(() => {
      if (start.current !== s) return;
      navigator.vibrate?.(8);
      const next = { id, x: s.x - s.dx, y: s.y - s.dy, width: s.width, over: columnAt(s.x, s.y) };
      now.current = next;
      setDragged(next);
    }, hold);
  };
  return { board, dragged, onPointerDown, wasDrag: () => justDropped.current || now.current !== null };
}
