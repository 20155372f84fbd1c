'use client';
import { useEffect, useRef } from 'react';

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

const editable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)));

/** Enter and space belong to the control that has the focus. */
const pressable = (target: EventTarget | null) => target instanceof Element && target.closest('a, button, input, summary, [role^=menuitem], [role=tab]') !== null;

/** Arrows choose within what takes them: a group of radio buttons, tabs, a menu. */
const steps = (target: EventTarget | null) => target instanceof Element && target.closest('input[type=radio], [role^=menuitem], [role=tab]') !== null;

/** Single keys ("c", "/", "Escape") that work while nothing is being typed and no dialog is open. */
export function useShortcuts(shortcuts: Shortcuts, enabled = true) {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (editable(event.target) || document.querySelector('dialog[open]')) return;
      const act = latest.current[event.key];
      if (!act || ((event.key === 'Enter' || event.key === ' ') && pressable(event.target)) || (event.key.startsWith('Arrow') && steps(event.target))) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [enabled]);
}
