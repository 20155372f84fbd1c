'use client';
import type { PaletteProps } from '@/components/shell/shell';
import { Dialog, DialogBody } from '@/components/ui/dialog';

export function Palette({ open, onClose }: PaletteProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Search">
      <DialogBody>Search comes here.</DialogBody>
    </Dialog>
  );
}
