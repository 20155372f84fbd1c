'use client';
import { Mail, Phone, Star, UserRound } from 'lucide-react';
import { Link } from '@/components/link';
import { ChoiceBadge } from '@/components/choice-badge';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { buttonStyle } from '@/components/ui/button';
import { Details } from '@/features/records/page/details';
import { LinkedList } from '@/features/records/page/linked-list';
import { refsOf } from '@/features/records/field/references';
import { LatestEntries } from '@/features/timeline/timeline';
import { RecordWorkspace, type PanelProps } from '@/features/workspace/record-workspace';
import { useFormats } from '@/lib/format';
import { useType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import { titleOf } from '@/lib/record-title';

import { Consent } from './consent';
import { Memberships } from './memberships';

const elsewhere = ['name', 'company_name'];
const text = (value: unknown) => (typeof value === 'string' && value ? value : null);

function Summary({ type, record }: PanelProps) {
  const formats = useFormats();
  const name = titleOf(record, type);
  const company = refsOf(record, 'company_id')[0];
  const job = text(record.title);
  const last = text(record.last_contact_date);
  const mail = text(record.email);
  const phone = text(record.phone);
  return (
    <>
      <div className="flex items-start gap-3 px-5 pb-4 pt-5">
        <Avatar name={name} size={44} decorative />
        <div className="min-w-0 flex-1">
          <h1 className="break-words text-lg font-semibold">{name}</h1>
          <p className="text-sm text-fg-3">
            {job && job !== name && <>{job}{company && ', '}</>}
            {company && <Link href={recordPath('company', company.id)} className="text-fg-2 underline decoration-line-strong underline-offset-2 hover:text-fg">{company.title}</Link>}
            {!company && 'No account'}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-1.5 px-5 pb-4">
        <ChoiceBadge type={type} field="influence_role" value={record.influence_role} />
        {record.is_primary === true && <Badge tone="amber"><Star aria-hidden className="fill-current" />Primary contact</Badge>}
        <Badge>{last ? `Last contact ${formats.date(last)}` : 'No contact yet'}</Badge>
      </div>
      <Consent type={type} record={record} />
      {(mail || phone) && (
        <div className="flex flex-wrap gap-2 px-5 pb-4">
          {mail && record.suppressed !== true && <a href={`mailto:${mail}`} className={buttonStyle()}><Mail aria-hidden />Write</a>}
          {phone && <a href={`tel:${phone}`} className={buttonStyle()}><Phone aria-hidden />Call</a>}
        </div>
      )}
    </>
  );
}

function Overview({ type, record }: PanelProps) {
  const formats = useFormats();
  const objection = useType('objection');
  const feedback = useType('feedback');
  const task = useType('task');
  const company = refsOf(record, 'company_id')[0];
  const preset: Record<string, string> = company ? { company_id: company.id } : {};
  return (
    <div className="mx-auto flex max-w-[1080px] flex-col gap-5 p-5 max-md:p-3.5">
      <LinkedList type="task" title="Tasks" field="contact_id" id={record.id} preset={preset} sort={['due_date']} empty="No tasks with this person."
        aside={t => <>{typeof t.due_date === 'string' && <span className="num">{formats.date(t.due_date)}</span>}<ChoiceBadge type={task} field="status" value={t.status} /></>} />
      <LinkedList type="objection" title="Objections" field="contact_id" id={record.id} preset={preset} sort={['-updated_at']} empty="No objections from this person."
        aside={o => <><ChoiceBadge type={objection} field="category" value={o.category} /><ChoiceBadge type={objection} field="status" value={o.status} /></>} />
      <LinkedList type="feedback" title="Feedback" field="contact_id" id={record.id} preset={preset} sort={['-updated_at']} empty="No feedback from this person."
        aside={f => <ChoiceBadge type={feedback} field="sentiment" value={f.sentiment} />} />
      <Memberships contact={record.id} />
      <LatestEntries type={type} id={record.id} />
    </div>
  );
}

export function ContactPage() {
  return (
    <RecordWorkspace
      type="contact"
      pattern="/contacts/[id]"
      label="Contact"
      detailsLabel="Details"
      summary={props => <Summary {...props} />}
      details={({ type, record }) => <Details type={type} record={record} without={elsewhere} />}
      first={{ value: 'overview', label: () => <><UserRound aria-hidden />Overview</>, content: props => <Overview {...props} /> }}
    />
  );
}
