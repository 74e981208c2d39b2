import type { IConstruct } from 'constructs';
import type { ParsedEndpoint } from '../external-endpoints/parsed-endpoint';
import type { Problem } from '../problems/problem';
import { renderProblems } from '../problems/render-problem';

/** The addresses that the Services of an app ask for, and those that its external endpoints have. */
interface AddressBook {
  /** The Service that asks for each cluster IP, by its path. */
  readonly services: Map<string, string>;
  readonly externals: ExternalAddresses[];
  /** What was found at a size of the book, which only grows. */
  checked?: { readonly size: number; readonly messages: string[] };
}

interface ExternalAddresses {
  readonly subject: string;
  readonly endpoints: readonly ParsedEndpoint[];
}

const bookOfApp = new WeakMap<IConstruct, AddressBook>();

/** Notes the cluster IP that a Service asks for. */
export function noteClusterIp(service: IConstruct, clusterIp: unknown): void {
  if (typeof clusterIp !== 'string' || clusterIp === 'None') return;
  const { services } = bookOf(service.node.root);
  if (!services.has(clusterIp)) services.set(clusterIp, service.node.path);
}

/** Notes the addresses of endpoints, to be compared with all cluster IPs at synth, whichever were made first. */
export function noteExternalAddresses(service: IConstruct, endpoints: readonly ParsedEndpoint[]): void {
  bookOf(service.node.root).externals.push({ subject: `${service.constructor.name} '${service.node.path}'`, endpoints });
}

function bookOf(root: IConstruct): AddressBook {
  const known = bookOfApp.get(root);
  if (known) return known;
  const book: AddressBook = { services: new Map(), externals: [] };
  bookOfApp.set(root, book);
  root.node.addValidation({ validate: () => messagesOf(book) });
  return book;
}

/** cdk8s validates the whole app once per chart, so the answer is kept. */
function messagesOf(book: AddressBook): string[] {
  const size = book.services.size + book.externals.length;
  if (book.checked?.size !== size) book.checked = { size, messages: book.externals.flatMap((external) => messageAbout(external, book)) };
  return book.checked.messages;
}

function messageAbout({ subject, endpoints }: ExternalAddresses, { services }: AddressBook): string[] {
  const problems = endpoints.flatMap(({ at, address }) => {
    const service = services.get(address.text);
    return service === undefined ? [] : [clusterIpProblem(`${at}.ip`, address.text, service)];
  });
  return problems.length > 0 ? [renderProblems(subject, problems)] : [];
}

function clusterIpProblem(at: string, address: string, service: string): Problem {
  return {
    fact: `${address} is the clusterIp of '${service}'`,
    at,
    why: 'kube-proxy cannot send to the address of a Service: connections would go nowhere',
    fix: `let clients use '${service}' itself, or give the addresses of its backends`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  };
}
