import { readFileSync } from 'fs';
import { dirname, resolve } from 'path';
import { parse } from 'yaml';
import type { Connection } from './api-client';

/**
 * The way to the cluster of the current context: with a token or a client certificate, as kind, k3d and minikube write it.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
 */
export function readKubeconfig(path: string): Connection {
  const config = parse(readFileSync(path, 'utf8'));
  const context = named(config.contexts, config['current-context'], 'context');
  const cluster = named(config.clusters, context.cluster, 'cluster');
  const user = named(config.users, context.user, 'user');
  const pem = (owner: any, field: string) => {
    const inline = owner[`${field}-data`];
    if (inline) return Buffer.from(inline, 'base64').toString('utf8');
    return owner[field] ? readFileSync(resolve(dirname(path), owner[field]), 'utf8') : undefined;
  };
  const connection = { url: cluster.server, ca: pem(cluster, 'certificate-authority'), token: user.token, certificate: pem(user, 'client-certificate'), key: pem(user, 'client-key') };
  if (connection.token || connection.certificate) return connection;
  throw new Error(`user "${context.user}" of ${path} has neither a token nor a client certificate: "kubectl create token" makes one`);
}

function named(entries: any[] | undefined, name: string, kind: string): any {
  const found = entries?.find((entry) => entry.name === name)?.[kind];
  if (found) return found;
  throw new Error(`the kubeconfig has no ${kind} "${name}"`);
}
