import type { Person } from '@/lib/session';

/** The name being typed behind an @ at the caret, or null. */
export function typedMention(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}.\-' ]{0,40})$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1] ?? '').length - 1, typed: found[1] ?? '' } : null;
}

export function suggest(people: Person[], typed: string): Person[] {
  const q = typed.toLowerCase();
  const active = people.filter(p => p.status !== 'deactivated');
  return active.filter(p => p.name.toLowerCase().split(/\s+/).some((_, i, words) => words.slice(i).join(' ').startsWith(q))).slice(0, 6);
}

export interface MentionPiece {
  text: string;
  mention: boolean;
}

/** Cuts a comment at the names of people it mentions. */
export function mentionPieces(body: string, people: Person[]): MentionPiece[] {
  const names = people.map(p => p.name).sort((a, b) => b.length - a.length).map(n => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (names.length === 0) return [{ text: body, mention: false }];
  const pattern = new RegExp(`(@\\[[^\\]]+\\]|@(?:${names.join('|')})(?![\\p{L}\\p{N}]))`, 'giu');
  return body.split(pattern).filter(Boolean).map(piece => (piece.startsWith('@') && piece.length > 1 && piece.match(pattern) ? { text: piece.replace(/^@\[(.+)\]$/, '@$1'), mention: true } : { text: piece, mention: false }));
}
