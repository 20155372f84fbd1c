'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import type { TreeNode } from './tree-api';
import { titleOf, type Readings } from './tree-model';

interface WordingDialogProps {
  node: TreeNode;
  readings: Readings;
  busy: boolean;
  onSave: (fields: Record<string, unknown>) => void;
  onClose: () => void;
}

/** Other words for the same message: for a language, for segments, or for a channel. */
export function WordingDialog({ node, readings, busy, onSave, onClose }: WordingDialogProps) {
  const own = String(node.entry.language ?? 'en');
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState(own);
  const [segments, setSegments] = useState('');
  const [channel, setChannel] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const save = () => {
    const list = segments.split(',').map(s => s.trim()).filter(Boolean);
    if (!title.trim()) return setWrong('Write the words.');
    if (language.trim() === own && list.length === 0 && !channel.trim()) return setWrong('Say for whom it is: another language, a segment, or a channel. Else change the words of the message itself.');
    setWrong(null);
    onSave({ title: title.trim(), language: language.trim() || own, ...(list.length && { segments: list }), ...(channel.trim() && { channel: channel.trim() }) });
  };
  return (
    <Dialog open onClose={onClose} title="Wording for others" description={titleOf(node)}>
      <form className="contents" onSubmit={e => { e.preventDefault(); save(); }}>
        <DialogBody className="flex flex-col gap-3">
          {wrong && <Notice>{wrong}</Notice>}
          <Field label="Words" required>{c => <Textarea {...c} lang={language} maxLength={500} value={title} onChange={e => setTitle(e.target.value)} />}</Field>
          <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
            <Field label="Language" hint="en, de or pt-BR">{c => <Input {...c} list="tree-languages" value={language} onChange={e => setLanguage(e.target.value)} />}</Field>
            <Field label="Segments" hint="Separated by commas">{c => <Input {...c} list="tree-segments" value={segments} onChange={e => setSegments(e.target.value)} />}</Field>
            <Field label="Channel" hint="mail, web, call">{c => <Input {...c} list="tree-channels" value={channel} onChange={e => setChannel(e.target.value)} />}</Field>
          </div>
          <datalist id="tree-languages">{readings.languages.map(l => <option key={l} value={l} />)}</datalist>
          <datalist id="tree-segments">{readings.segments.map(s => <option key={s} value={s} />)}</datalist>
          <datalist id="tree-channels">{readings.channels.map(s => <option key={s} value={s} />)}</datalist>
        </DialogBody>
        <DialogFooter><Button size="md" onClick={onClose}>Cancel</Button><Button size="md" type="submit" variant="primary" busy={busy}>Add as a draft</Button></DialogFooter>
      </form>
    </Dialog>
  );
}
