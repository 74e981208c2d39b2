import { isNot } from './shown';
import { reject } from '../problems/rejection';

/** What an annotation can hold and a controller will compare: text, not empty, without white space around it that nobody would see. */
export function parseAnnotationValue(value: string): string {
  if (typeof value === 'string' && value !== '' && value.trim() === value) return value;
  return reject({
    fact: factAbout(value),
    why: 'it becomes the value of an annotation, which controllers take literally, byte by byte',
    fix: suggestion(value),
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
  });
}

function factAbout(value: unknown): string {
  if (typeof value !== 'string') return isNot(value, 'text');
  return value.trim() === '' ? `${JSON.stringify(value)} says nothing` : `${JSON.stringify(value)} has white space around it`;
}

function suggestion(value: unknown): string {
  const text = ['string', 'number'].includes(typeof value) ? String(value).trim() : '';
  return text === '' ? 'give its name, or leave the option out' : `write "${text}"`;
}
