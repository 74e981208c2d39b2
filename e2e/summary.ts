import { appendFileSync, existsSync, readFileSync } from 'fs';
import type { Cluster } from './cluster/cluster';

/** What one test file did to one cluster. */
interface Entry {
  readonly version: string;
  readonly accepted: number;
  readonly refused: number;
  readonly warnings: number;
  readonly seconds: number;
  /** Of the API server, in MiB. */
  readonly peakMemory: number;
}

/** Keeps what a test file did, for the summary of the run. */
export function record({ version, tally, servers }: Cluster, seconds: number): void {
  const file = process.env.E2E_SUMMARY;
  if (!file) return;
  const apiServer = servers.find(({ name }) => name === 'kube-apiserver');
  const entry: Entry = { version, ...tally, seconds, peakMemory: apiServer?.peakMemory() ?? NaN };
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}

/** One line per version: what was applied to it and what came of it. */
export function summaryOf(file: string): string[] {
  const entries: Entry[] = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];
  const versions = [...new Set(entries.map(({ version }) => version))].sort();
  return versions.map((version) => lineOf(version, entries.filter((entry) => entry.version === version)));
}

function lineOf(version: string, entries: readonly Entry[]): string {
  const sum = (field: 'accepted' | 'refused' | 'warnings' | 'seconds') => entries.reduce((total, entry) => total + entry[field], 0);
  const peak = Math.max(...entries.map(({ peakMemory }) => peakMemory ?? NaN));
  return [
    `Kubernetes ${version}: ${sum('accepted') + sum('refused')} objects applied`, `${sum('accepted')} accepted`, `${sum('refused')} refused`,
    `${sum('warnings')} warnings`, `${Math.round(sum('seconds'))} s`, ...peak ? [`API server at most ${peak} MiB`] : [],
  ].join(', ');
}
