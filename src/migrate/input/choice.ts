import type { StreamProtocol } from '../../data-planes/controller/stream-grammar';

/** What tells which ingress-nginx of the input is meant, and where its entries are. */
export interface Choice {
  /** The ConfigMaps with the entries, `namespace/name`, where no flag names them. */
  readonly configMaps: Readonly<Partial<Record<StreamProtocol, string>>>;
  /** The namespace of the Helm release, where it is known. */
  readonly namespace?: string;
}
