import type { Severity } from '../../findings/severity';
import { PLAIN, type Paint } from '../../report/layout';
import { printable } from '../../report/printable';
import type { Loss } from '../loss';
import type { Migration } from '../migration';

/** What was lost, as a person reads it: the losses of each object together, the gravest first, a summary at the end. */
export function reportText(migration: Migration, paint: Paint = PLAIN.paint): string {
  const groups = bySubject(migration.losses).map((losses) => [paint('strong', printable(losses[0].subject)), ...losses.map((loss) => lossText(loss, paint))].join('\n'));
  return [...groups, ...unreadable(migration, paint), summary(migration, paint)].join('\n\n');
}

function lossText(loss: Loss, paint: Paint): string {
  const { severity, name, fact, at, location, why, fix, see } = loss;
  const place = location ? `  (${location.file}:${location.line}:${location.column})` : '';
  return [
    `  ${paint(severity, severity)} ${paint('strong', name)}: ${printable(fact)}`,
    `    at   ${printable(`${at}${place}`)}`,
    `    why  ${printable(why)}`,
    `    fix  ${printable(fix)}`,
    `    see  ${paint('faint', see)}`,
  ].join('\n');
}

function bySubject(losses: readonly Loss[]): Loss[][] {
  const groups = new Map<string, Loss[]>();
  for (const loss of losses) {
    const group = groups.get(loss.subject);
    if (group) group.push(loss);
    else groups.set(loss.subject, [loss]);
  }
  return [...groups.values()];
}

function unreadable(migration: Migration, paint: Paint): string[] {
  return migration.unreadable.map(({ file, line, column, reason }) => `${paint('error', 'not read')} ${printable(`${file}:${line}:${column}: ${reason}`)}`);
}

function summary({ title, entries, routed, losses, gateway }: Migration, paint: Paint): string {
  const count = (severity: Severity) => losses.filter((loss) => loss.severity === severity).length;
  const counts = [plural(count('error'), 'error'), plural(count('warning'), 'warning'), `${count('info')} info`].join(', ');
  const subject = title === undefined ? 'nothing to migrate' : `${routed.length} of ${plural(entries.length, 'entry', 'entries')} of ${title} ${routed.length === 1 ? 'has' : 'have'} a route`;
  const { implementation: { title: reader, watches }, routeApiVersion } = gateway;
  return `${paint('strong', printable(subject))}; ${counts}; for ${reader} ${watches[routeApiVersion] ?? ''}`.trimEnd();
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
