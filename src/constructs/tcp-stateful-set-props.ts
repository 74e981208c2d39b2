import type { AbstractPodProps, ContainerOpts, EnvValue } from 'cdk8s-plus-27';
import type { ObjectProps } from './object-props';
import type { PodManagementPolicy } from './stateful-set-pod-management';
import type { TcpStatefulSetPort } from './stateful-set-ports';
import type { TcpReadiness } from './stateful-set-readiness';

/** Properties of `TcpStatefulSet`. */
export interface TcpStatefulSetProps extends ObjectProps {
  /** The image, with its tag or digest: "postgres:16". */
  readonly image: string;

  /** The ports that the container listens on: at least one, each with its own name. */
  readonly ports: TcpStatefulSetPort[];

  /**
   * How many Pods: a whole number, 0 stops them all.
   *
   * @default - unset, which Kubernetes takes for 1 and leaves to an autoscaler
   */
  readonly replicas?: number;

  /**
   * The program, instead of the image's entrypoint.
   *
   * @default - the image's entrypoint
   */
  readonly command?: string[];

  /**
   * The arguments of the program.
   *
   * @default - the image's arguments
   */
  readonly args?: string[];

  /**
   * Environment variables, as cdk8s-plus-27 makes them: `{ PGDATA: EnvValue.fromValue('/data') }`.
   *
   * @default - none
   */
  readonly envVariables?: { [name: string]: EnvValue };

  /**
   * More labels of the Pods. They are not selected by, so they can change later; "app.kubernetes.io/name" is taken.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };

  /**
   * When a Pod is ready, so that Services send connections to it.
   *
   * @default - while the first TCP port accepts connections
   * @throws if none of the ports is TCP and no other probe is given
   */
  readonly readiness?: TcpReadiness;

  /**
   * Whether the Pods are found by name before they are ready, as members must be that wait for each other.
   *
   * @default false
   */
  readonly publishNotReadyAddresses?: boolean;

  /**
   * In which order the Pods start and stop.
   *
   * @default PodManagementPolicy.ORDERED_READY
   */
  readonly podManagementPolicy?: PodManagementPolicy;

  /**
   * The rest of the container, as cdk8s-plus-27 takes it: resources, mounts, liveness, security context, pull policy.
   *
   * What is left out is not written, whatever default cdk8s-plus has for it; a security context that is given is completed
   * as cdk8s-plus says. Ports, command, arguments and environment have properties of their own.
   *
   * @default - nothing else
   */
  readonly container?: ContainerOpts;

  /**
   * The rest of the Pod, as cdk8s-plus-27 takes it: more containers, volumes, service account, security context.
   *
   * What is left out is not written, whatever default cdk8s-plus has for it; a security context that is given is completed
   * as cdk8s-plus says.
   *
   * @default - nothing else
   */
  readonly pod?: AbstractPodProps;
}
