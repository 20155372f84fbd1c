'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import type { Person } from '@/lib/session';
import { useTeams } from '@/lib/teams';
import { useSubmit } from '@/lib/use-submit';

const words = (text: string) => text.split(',').map(w => w.trim()).filter(Boolean);

export function PersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const client = useQueryClient();
  const teams = (useTeams().data ?? []).filter(t => t.member_ids.includes(person.id));
  const [value, setValue] = useState({ name: person.name, title: person.title ?? '', skills: (person.skills ?? []).join(', '), languages: (person.languages ?? []).join(', ') });
  const [absences, setAbsences] = useState(person.absences ?? []);
  const form = useSubmit(['name', 'title', 'skills', 'languages', 'absences']);
  const change = (part: Partial<typeof value>) => setValue({ ...value, ...part });
  const save = async () => {
    const { name, title, skills, languages } = value;
    // What the server does not tell of a person it does not take either.
    const body = {
      name,
      title,
      ...(person.skills !== undefined && { skills: words(skills) }),
      ...(person.languages !== undefined && { languages: words(languages) }),
      ...(person.absences !== undefined && { absences: absences.filter(a => a.from && a.to) }),
    };
    if (!(await form.submit(() => api.patch(`/people/${person.id}`, body)))) return;
    await client.invalidateQueries({ queryKey: keys.people });
    toast.ok(`${name} is saved`);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={person.name} description={teams.length ? `Teams: ${teams.map(t => t.name).join(', ')}` : 'In no team'}>
      <form
        className="contents"
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {form.message && <Notice>{form.message}</Notice>}
          <TextField label="Name" required value={value.name} onChange={name => change({ name })} error={form.fields.name} />
          <TextField label="Title" value={value.title} onChange={title => change({ title })} error={form.fields.title} />
          {person.skills !== undefined && <TextField label="Skills" hint="Separated by commas" value={value.skills} onChange={skills => change({ skills })} error={form.fields.skills} />}
          {person.languages !== undefined && <TextField label="Languages" hint="Separated by commas" value={value.languages} onChange={languages => change({ languages })} error={form.fields.languages} />}
          {person.absences !== undefined && (
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-1 text-xs font-medium text-fg-2">Away</legend>
              {absences.map((a, i) => (
                <span key={i} className="flex items-center gap-2">
                  <DateInput aria-label={`First day of absence ${i + 1}`} autoFocus={!a.from && !a.to} value={a.from} onChange={from => setAbsences(absences.map((o, at) => (at === i ? { ...o, from } : o)))} />
                  <DateInput aria-label={`Last day of absence ${i + 1}`} value={a.to} onChange={to => setAbsences(absences.map((o, at) => (at === i ? { ...o, to } : o)))} />
                  <Button variant="ghost" size="icon" aria-label={`Remove absence ${i + 1}`} onClick={() => setAbsences(absences.filter((_, at) => at !== i))}><Trash2 /></Button>
                </span>
              ))}
              {form.fields.absences && <p className="text-xs text-red-text">{form.fields.absences}</p>}
              <div><Button variant="ghost" size="xs" onClick={() => setAbsences([...absences, { from: '', to: '' }])}><Plus />Add absence</Button></div>
            </fieldset>
          )}
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy}>Save</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
