'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/lib/use-submit';
import { schema, useRefreshSchema, type EntityDefinition } from './schema-api';

/** A record type of one's own: pages, lists, history and rights come with it. */
export function EntityDialog({ entity, onClose, onDone }: { entity?: EntityDefinition; onClose: () => void; onDone: (name: string) => void }) {
  const refresh = useRefreshSchema();
  const [value, setValue] = useState({ label: entity?.label ?? '', label_plural: entity?.label_plural ?? '', title_label: entity?.title_label ?? 'Name' });
  const [ownPlural, setOwnPlural] = useState(entity !== undefined);
  const form = useSubmit(['label', 'label_plural', 'title_label', 'name']);
  const save = async () => {
    let name = '';
    const done = await form.submit(async () => {
      const saved = entity ? await schema.changeEntity(entity.id, value) : await schema.createEntity(value);
      name = saved.name;
    });
    if (!done) return;
    await refresh();
    toast.ok(`${value.label_plural} ${entity ? 'are changed' : 'are ready'}`);
    onDone(name);
  };
  return (
    <Dialog open onClose={onClose} title={entity ? `Change “${entity.label}”` : 'New record type'} description={entity ? undefined : 'It gets lists, pages, history, import, export and rights as the built-in ones.'}>
      <form
        className="contents"
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {form.message && <Notice>{form.message}</Notice>}
          <TextField
            label="One is called"
            placeholder="Partner"
            required
            value={value.label}
            onChange={label => setValue(now => ({ ...now, label, label_plural: ownPlural ? now.label_plural : pluralText(label) }))}
            error={form.fields.label ?? form.fields.name}
          />
          <TextField label="Several are called" placeholder="Partners" required value={value.label_plural} onChange={label_plural => { setOwnPlural(true); setValue(now => ({ ...now, label_plural })); }} error={form.fields.label_plural} />
          <TextField label="What its name is called" hint="The field by which people know a record" required value={value.title_label} onChange={title_label => setValue(now => ({ ...now, title_label }))} error={form.fields.title_label} />
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy}>{entity ? 'Change it' : 'Make it'}</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

export const pluralText = (label: string) => (!label.trim() ? '' : /[^aeiou]y$/i.test(label.trim()) ? `${label.trim().slice(0, -1)}ies` : /(s|x|ch|sh)$/i.test(label.trim()) ? `${label.trim()}es` : `${label.trim()}s`);
