import type { StreamGrammar, StreamProtocol } from './stream-grammar';
import type { ConfigMap } from '../../kube/config-map';
import type { NetworkPolicy } from '../../kube/network-policy';
import type { ServiceObject } from '../../kube/service';
import type { Workload } from '../../kube/workload';
import type { Fault } from '../../problems/problem';

/** A controller as a set of manifests says it. */
export interface Controller {
  readonly type: ControllerType;
  readonly namespace: string;
  readonly name: string;
  /** Whether no other controller of its type is in its namespace. */
  readonly isAlone: boolean;
  /** One Deployment or DaemonSet, or one of each. */
  readonly workloads: readonly Workload[];
  /** The words that it is started with. */
  readonly words: readonly string[];
  /** Every Service that selects its Pods. */
  readonly podServices: readonly ServiceObject[];
  /** Those of them that clients come in through: not the ones of its webhook or its metrics. */
  readonly services: readonly ServiceObject[];
  /** The NetworkPolicies that guard its Pods. */
  readonly policies: readonly NetworkPolicy[];
  /** The controller's own settings, if they are among the manifests. */
  readonly settings?: ConfigMap;
}

/** A listener and who has it. */
export type Occupant = readonly [listener: string, by: string];

/**
 * Everything in which controllers differ that read what they forward from ConfigMaps: the program, its flags, the grammar
 * of an entry, the ports it needs itself, and what it does about a mistake.
 */
export interface ControllerType {
  /** As users call the data plane: `haproxy`. */
  readonly name: string;
  /** As messages call the project: `HAProxy`, with its article. */
  readonly product: string;
  readonly article: 'a' | 'an';
  /** What forwards the connections: `nginx`. */
  readonly proxy: string;
  /** The construct of the data plane. */
  readonly construct: string;
  /** How upstream installs it. */
  readonly usual: UsualInstallation;

  /** A word of the command line that is the controller's own program. */
  readonly program: RegExp;
  readonly programPath: string;
  readonly image: RegExp;
  /** The words of the image that arguments replace. */
  readonly imageArgs: readonly string[];

  /** The flag that names the ConfigMap of a protocol, and the name that the documentation gives the ConfigMap. */
  readonly configMaps: Readonly<Partial<Record<StreamProtocol, EntryConfigMap>>>;
  readonly grammar: StreamGrammar;
  /** The only namespace in which the controller sees ConfigMaps, where it is told one. */
  readonly configMapNamespace: (controller: WithWords) => string | undefined;
  /** Whether the controller sees the Services of a namespace. */
  readonly isWatched: (controller: WithWords, namespace: string) => boolean;
  /** The key under which it keeps the endpoints of a backend. */
  readonly backendKey: StreamGrammar['formatEntry'];

  /** The ports that it keeps for itself, by the flags that move them; `undefined` where only the flag says which. */
  readonly reservedPorts: Readonly<Record<string, number | undefined>>;
  /** Whether it skips an entry for one of those. */
  readonly skipsReservedPorts: boolean;
  /** What else listens in its Pod. */
  readonly occupants: (controller: Controller) => readonly Occupant[];
  /** The target ports, by number or name, that lead to the controller instead of to what it forwards. */
  readonly answers: (words: readonly string[]) => readonly unknown[];
  /** Whether the load balancer starts connections to a port with a PROXY header that the entry has to expect. */
  readonly sendsProxyHeader: (controller: Controller, listenPort: number) => boolean;

  readonly consequences: Consequences;
  readonly pages: Pages;
}

/** What is assumed of a controller that someone else deploys. */
export interface UsualInstallation {
  readonly namespace: string;
  readonly workload: string;
  readonly service: string;
  readonly serviceType: 'LoadBalancer' | 'NodePort';
  /** The arguments that change what is free, behind those that name the ConfigMaps. */
  readonly args: readonly string[];
  readonly httpPort: number;
  readonly httpsPort: number;
}

export interface EntryConfigMap {
  readonly flag: string;
  readonly name: string;
}

export type WithWords = Pick<Controller, 'words'>;

/** What a mistake leads to, as the `why` of a message. */
export interface Consequences {
  readonly reservedPort: string;
  readonly occupiedPort: Pick<Fault, 'why' | 'see'>;
  readonly unreadableFlag: string;
  readonly unseenConfigMap: string;
  readonly skippedEntry: string;
  readonly noController: Pick<Fault, 'why' | 'fix'>;
}

/** Where it is written. */
export interface Pages {
  /** How ports are published. */
  readonly guide: string;
  /** How entries are read. */
  readonly source: string;
  readonly installation: string;
}
