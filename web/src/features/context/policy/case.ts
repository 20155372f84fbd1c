import type { Tone } from '@/lib/tone';
import type { Fact, FactValues, PolicyRule, Verdict } from './policy-api';

/** Facts that the rules of a clause ask about, in the order in which they are told. */
export const asked = (rules: Pick<PolicyRule, 'cel'>[], facts: Fact[]): Fact[] =>
  facts.filter(f => rules.some(r => new RegExp(`\\b${f.name}\\b`).test(r.cel)));

const and = (list: string[]) => (list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`);
const plain = (key: string) => key.replaceAll('_', ' ');

/** A verdict in a sentence. */
export function verdictText(verdict: Verdict, labels: (fact: string) => string = plain): [string, Tone] {
  switch (verdict.outcome) {
    case 'allow':
      return ['Allowed. Nothing is asked.', 'green'];
    case 'refuse':
      return ['Prohibited.', 'red'];
    case 'approval':
      return [`Needs the approval of ${and(verdict.by.map(plain))}.`, 'amber'];
    case 'price':
      return [verdict.what === 'percent_off' ? `${verdict.price} % are taken off.` : `Not below ${verdict.price}${verdict.currency ? ` ${verdict.currency}` : ''} a unit.`, 'accent'];
    case 'route':
      return [`Goes to ${plain(verdict.to)}.`, 'accent'];
    case 'missing':
      return [`Not filled yet: ${and(verdict.needs.map(plain))}.`, 'amber'];
    case 'unknown':
      return [`Cannot be told: ${and(verdict.needs.map(labels))} ${verdict.needs.length === 1 ? 'is' : 'are'} not known.`, 'neutral'];
  }
}

/** A value as it was typed, in the type of its fact; empty ones are not known. */
export function factValue(fact: Fact, typed: string): unknown {
  const text = typed.trim();
  if (!text) return undefined;
  switch (fact.form) {
    case 'percent':
    case 'count':
    case 'number':
    case 'money': {
      const number = Number(text.replace(/\s|%/g, '').replace(/,(?=\d{3}(\D|$))/g, '').replace(',', '.'));
      return Number.isNaN(number) ? text : number;
    }
    case 'truth':
      return text === 'true';
    case 'list':
      return text.split(',').map(v => v.trim()).filter(Boolean);
    case 'name':
    case 'choice':
      return text;
  }
}

export const caseOf = (typed: Record<string, string>, facts: Fact[]): FactValues =>
  Object.fromEntries(facts.flatMap(f => {
    const value = factValue(f, typed[f.name] ?? '');
    return value === undefined ? [] : [[f.name, value]];
  }));

/** A case as examples of a policy write it: "discount_percent = 20; segment = enterprise". */
export const written = (values: FactValues): string => Object.entries(values).map(([name, value]) => `${name} = ${Array.isArray(value) ? value.join(', ') : String(value)}`).join('; ');

/** The other way round, as text to be typed on. */
export const typedOf = (example: string): Record<string, string> =>
  Object.fromEntries(example.split(/[;\n]/).flatMap(part => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]];
  }));

/** A verdict as examples write what they expect. */
export function expectation(verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'allow':
    case 'refuse':
      return verdict.outcome;
    case 'approval':
      return `approval by ${verdict.by.join(', ')}`;
    case 'price':
      return `price ${verdict.what} ${verdict.price}${verdict.currency ? ` ${verdict.currency}` : ''}`;
    case 'route':
      return `route to ${verdict.to}`;
    case 'missing':
    case 'unknown':
      return `${verdict.outcome} ${[...verdict.needs].sort().join(', ')}`;
  }
}

const wordsOf = (text: string) => text.toLowerCase().split(/[^a-z0-9_.äöüß]+/).filter(w => w && w !== 'by' && w !== 'to').sort().join(' ');

/** Whether an example comes out as it says. */
export const met = (expected: string, verdict: Verdict): boolean => wordsOf(expected) === wordsOf(expectation(verdict));
