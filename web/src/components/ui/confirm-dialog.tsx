'use client';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog, DialogBody, DialogFooter } from './dialog';

interface ConfirmProps {
  open: boolean;
  title: string;
  action: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function ConfirmDialog({ open, title, action, danger, busy, onConfirm, onClose, children }: ConfirmProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title} className="w-[min(440px,calc(100vw-24px))]">
      <DialogBody className="text-sm text-fg-2">{children}</DialogBody>
      <DialogFooter>
        <Button size="md" onClick={onClose}>Cancel</Button>
        <Button size="md" variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>{action}</Button>
      </DialogFooter>
    </Dialog>
  );
}
