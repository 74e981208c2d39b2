import { Construct } from 'constructs';
import { unsupported, type DataPlaneAdapter } from './adapter';
import type { ForwardFault } from './forward-fault';
import { listenerOf, nextFreePort, referenceText, type Forward, type Listener } from '../model/forward';
import type { Problem } from '../problems/problem';
import type { Problems } from '../problems/problems';

/**
 * What carries connections from one address to many Services, told apart by port.
 *
 * One data plane may serve any number of `MultiPortTcpIngress` in any charts of an app. `IngressNginx`, `HaproxyIngress` and
 * `GatewayApi` are data planes.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/
 */
export abstract class DataPlane extends Construct {
  private readonly claims = new Map<string, Claim>();

  /** @internal */
  public abstract readonly _adapter: DataPlaneAdapter;

  /**
   * Whether connections to a port begin with a PROXY header; rejects the port where nobody can tell.
   *
   * @internal
   */
  public abstract _sendsProxyHeader(listenPort: number): boolean;

  /**
   * Takes a forward, or reports why it would not work.
   *
   * @returns whether it was taken
   * @internal
   */
  public _forward(forward: Forward, { claimant, problems }: ForwardRequest): boolean {
    const clash = this.claims.get(listenerOf(forward));
    const faults = clash ? [this.takenBy(clash, forward)] : [...unsupported(this._adapter, forward), ...this._faults(forward)];
    faults.forEach(({ field, ...fault }) => problems.add(field, fault));
    if (faults.length > 0) return false;
    this.claims.set(listenerOf(forward), { forward, claimant });
    this._accept(forward);
    return true;
  }

  /**
   * Reports why a port would not work, for a forward whose backend is not known.
   *
   * @internal
   */
  public _checkListener(listener: Listener, problems: Problems): void {
    const clash = this.claims.get(listenerOf(listener));
    const faults = clash ? [this.takenBy(clash, listener)] : this._listenerFaults(listener);
    faults.forEach(({ field, ...fault }) => problems.add(field, fault));
  }

  /**
   * What others have to do before the forwards work; asked for at synthesis.
   *
   * @internal
   */
  public _advice(): Problem[] {
    return [];
  }

  /**
   * Makes the objects that depend on what else the app makes; asked for before anything is rendered.
   *
   * @internal
   */
  public _makeTheRest(): void {
    // Most data planes know from the forwards alone which objects they need.
  }

  /** @internal */
  protected abstract _listenerFaults(listener: Listener): ForwardFault[];

  /** @internal */
  protected abstract _faults(forward: Forward): ForwardFault[];

  /** @internal */
  protected abstract _accept(forward: Forward): void;

  /**
   * Whether something else has the port.
   *
   * @internal
   */
  protected abstract _isTaken(listener: Listener): boolean;

  private takenBy({ forward, claimant }: Claim, { listenPort, protocol }: Listener): ForwardFault {
    return {
      field: 'listenPort',
      fact: `${listenerOf(forward)} is already published by ${claimant}, which sends it to ${referenceText(forward.backend)}`,
      why: 'a port leads to one place; the second entry would replace the first',
      fix: `use another listenPort, for example ${nextFreePort(listenPort, (candidate) => this._isTaken({ listenPort: candidate, protocol }))}`,
      see: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
    };
  }
}

/** Who asks for a forward, and where to report. */
export interface ForwardRequest {
  /** The construct and its field: `forwards[0] of 'shop/edge'`. */
  readonly claimant: string;
  /** Those of that field. */
  readonly problems: Problems;
}

interface Claim {
  readonly forward: Forward;
  readonly claimant: string;
}
