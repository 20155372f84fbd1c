'use client';
import { Moon, Sun } from 'lucide-react';
import { Tip } from '../ui/tooltip';

export function flipTheme() {
  const root = document.documentElement;
  const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
  root.dataset.theme = next;
  localStorage.setItem('theme', next);
}

export function ThemeToggle() {
  return (
    <Tip label="Switch theme" side="top">
      <button type="button" onClick={flipTheme} aria-label="Switch theme" className="grid size-7 place-items-center rounded-md text-fg-3 hover:bg-hover hover:text-fg [&_svg]:size-4">
        <Sun className="stroke-[1.75] dark:hidden" />
        <Moon className="stroke-[1.75] not-dark:hidden" />
      </button>
    </Tip>
  );
}
