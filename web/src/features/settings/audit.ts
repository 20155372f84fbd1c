export interface AuditEntry {
  id: string;
  at: string;
  action: string;
  actor_kind: string;
  actor_name: string;
  person_id?: string | null;
  record_type?: string | null;
  record_id?: string | null;
  title: string;
  change_set_id?: string | null;
  evidence?: Record<string, unknown> | null;
  request_id?: string | null;
  details?: Record<string, unknown> | null;
  sealed: boolean;
}

export interface AuditFilter {
  actor: string;
  action: string;
  /** Days, as they are chosen. */
  from: string;
  to: string;
  record_id: string;
}

const texts: Record<string, string> = {
  change_applied: 'Changed records',
  change_proposed: 'Proposed a change',
  change_decided: 'Decided on a change',
  change_undone: 'Took a change back',
  export_made: 'Exported',
  signed_in: 'Signed in',
  sign_in_refused: 'Sign-in refused',
  password_changed: 'Changed a password',
  person_added: 'Added a person',
  person_changed: 'Changed a person',
  token_issued: 'Issued a token',
  token_revoked: 'Revoked a token',
  workspace_created: 'Made the workspace',
  workspace_changed: 'Changed the workspace',
  access_changed: 'Changed who sees what',
  view_as_started: 'Began to view as somebody',
  view_as_ended: 'Ended viewing as somebody',
  schema_changed: 'Changed the data model',
  flag_changed: 'Switched a feature',
  credential_set: 'Stored a password or token',
  credential_removed: 'Removed a password or token',
  credential_key_rotated: 'Changed the key of passwords',
  mail_changed: 'Changed outgoing mail',
  connection_changed: 'Changed a connection',
  language_model_changed: 'Changed what goes to the language model',
  message_replayed: 'Had a message handled again',
  message_shared: 'Shared a private message',
  tracking_changed: 'Changed a source of events',
  agent_changed: 'Changed an agent',
};

export const actionText = (action: string) => texts[action] ?? action.replaceAll('_', ' ').replace(/^./, c => c.toUpperCase());
// Some entries are told by the name of their event only.
const titles: Record<string, string> = { access_rules_changed: 'Rules of who sees which records', field_masks_changed: 'Hidden fields', record_shared: 'Shared', record_unshared: 'No longer shared' };

export const titleText = (title: string) => titles[title] ?? (/^[a-z]+(_[a-z]+)+$/.test(title) ? title.replaceAll('_', ' ') : title);
export const actions = Object.entries(texts).map(([value, label]) => ({ value, label }));

/** Days become instants: from the first moment of the one to the last of the other, in the reader's own time. */
export function auditQuery(filter: AuditFilter, cursor: string): string {
  const query = new URLSearchParams({ limit: '50' });
  if (filter.actor) query.set('actor', filter.actor);
  if (filter.action) query.set('action', filter.action);
  if (filter.record_id) query.set('record_id', filter.record_id);
  if (filter.from) query.set('from', new Date(`${filter.from}T00:00:00`).toISOString());
  if (filter.to) query.set('to', new Date(`${filter.to}T23:59:59.999`).toISOString());
  if (cursor) query.set('cursor', cursor);
  return query.toString();
}
