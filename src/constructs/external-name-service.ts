import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { emitService } from './emit-service';
import type { ObjectProps } from './object-props';
import { Service } from './service';
import { parseExternalName } from '../service-spec/external-name';
import type { RenderedPort } from '../service-spec/ports';

/** Properties of `ExternalNameService`. */
export interface ExternalNameServiceProps extends ObjectProps {
  /** The host name that the Service's name stands for: a DNS name in lower case, at most 253 characters; no address. */
  readonly externalName: string;
}

/**
 * A Service that is only a DNS alias (CNAME) for a host name: nothing is proxied, no port is mapped.
 *
 * Clients still say the Service's name, in a TLS handshake or an HTTP Host header too.
 *
 * @throws if the name is an IP address, or no DNS name
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 *
 * @example
 *
 * new l4.ExternalNameService(chart, 'ext-api', { externalName: 'api.ipify.org' });
 */
export class ExternalNameService extends Service {
  public readonly apiObject: ApiObject;

  /** @internal */
  public readonly _ports: readonly RenderedPort[] = [];

  public constructor(scope: Construct, id: string, props: ExternalNameServiceProps) {
    super(scope, id);
    this.apiObject = emitService(this, props, ({ problems }) => ({
      spec: { type: 'ExternalName', externalName: problems.parse('externalName', parseExternalName, props.externalName) },
    }));
  }
}
