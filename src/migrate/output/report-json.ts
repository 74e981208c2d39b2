import type { Severity } from '../../findings/severity';
import type { Loss } from '../loss';
import type { Migration } from '../migration';
import { outcomesOf, type Outcome } from './outcomes';

/** Raised when a field changes its meaning or goes away; new fields may come at any time. */
const SCHEMA_VERSION = 1;

/** What was lost, for programs; docs/migration-report.md describes it. */
export function reportJson(migration: Migration): string {
  const { title, gateway, losses, unreadable, entries, routed } = migration;
  const { implementation, routeApiVersion, className, namespace, name } = gateway;
  return JSON.stringify({
    schemaVersion: SCHEMA_VERSION,
    source: title,
    gateway: { namespace, name, gatewayClassName: className, implementation: implementation.id, routeApiVersion },
    entries: outcomesOf(migration).map(outcomeJson),
    losses: losses.map(lossJson),
    unreadable,
    summary: { entries: entries.length, routed: routed.length, lost: entries.length - routed.length, ...countsOf(losses) },
  }, undefined, 2);
}

function outcomeJson({ entry: { protocol, key, value, subject, at, location }, routes }: Outcome) {
  return { protocol, key, value, subject, at, location, routes };
}

function lossJson({ name, severity, subject, fact, at, why, fix, see, location, entry }: Loss) {
  return { name, severity, subject, message: fact, at, why, fix, see, location, entry };
}

function countsOf(losses: readonly Loss[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  losses.forEach(({ severity }) => counts[severity] += 1);
  return counts;
}
