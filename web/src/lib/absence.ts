import { today, type Formats } from './format';
import type { Person } from './session';

/** "Away until 3 Jan": what matters when work is handed out today. */
export function awayText(person: Person, format: Formats, now = today(format.timeZone)): string | null {
  const away = person.absences?.find(a => a.from <= now && now <= a.to);
  return away ? `Away until ${format.date(away.to)}` : null;
}
