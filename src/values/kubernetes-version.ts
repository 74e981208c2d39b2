import type { IConstruct } from 'constructs';
import { NEWEST, OLDEST, parseMinor } from './parse-minor';
import { InputError } from '../problems/input-error';
import { Problems } from '../problems/problems';
import { renderProblems } from '../problems/render-problem';

const CONTEXT_KEY = 'cdk8s-l4:kubernetesVersion';

/**
 * The Kubernetes version that the output is for: 1.17 to 1.36.
 *
 * The default is 1.27; what is right for it also works on newer clusters.
 *
 * @see https://kubernetes.io/releases/version-skew-policy/
 */
export class KubernetesVersion {
  /** Kubernetes 1.17. */
  public static readonly V1_17 = new KubernetesVersion(17);
  /** Kubernetes 1.18. */
  public static readonly V1_18 = new KubernetesVersion(18);
  /** Kubernetes 1.19. */
  public static readonly V1_19 = new KubernetesVersion(19);
  /** Kubernetes 1.20. */
  public static readonly V1_20 = new KubernetesVersion(20);
  /** Kubernetes 1.21. */
  public static readonly V1_21 = new KubernetesVersion(21);
  /** Kubernetes 1.22. */
  public static readonly V1_22 = new KubernetesVersion(22);
  /** Kubernetes 1.23. */
  public static readonly V1_23 = new KubernetesVersion(23);
  /** Kubernetes 1.24. */
  public static readonly V1_24 = new KubernetesVersion(24);
  /** Kubernetes 1.25. */
  public static readonly V1_25 = new KubernetesVersion(25);
  /** Kubernetes 1.26. */
  public static readonly V1_26 = new KubernetesVersion(26);
  /** Kubernetes 1.27, the default: the version of cdk8s-plus-27. */
  public static readonly V1_27 = new KubernetesVersion(27);
  /** Kubernetes 1.28. */
  public static readonly V1_28 = new KubernetesVersion(28);
  /** Kubernetes 1.29. */
  public static readonly V1_29 = new KubernetesVersion(29);
  /** Kubernetes 1.30. */
  public static readonly V1_30 = new KubernetesVersion(30);
  /** Kubernetes 1.31. */
  public static readonly V1_31 = new KubernetesVersion(31);
  /** Kubernetes 1.32. */
  public static readonly V1_32 = new KubernetesVersion(32);
  /** Kubernetes 1.33. */
  public static readonly V1_33 = new KubernetesVersion(33);
  /** Kubernetes 1.34. */
  public static readonly V1_34 = new KubernetesVersion(34);
  /** Kubernetes 1.35. */
  public static readonly V1_35 = new KubernetesVersion(35);
  /** Kubernetes 1.36. */
  public static readonly V1_36 = new KubernetesVersion(36);

  /**
   * The version that `kubectl version` prints: `1.31`, `v1.31.4` or `v1.31.4-gke.1183000`.
   *
   * @param version a version from 1.17 to 1.36; the patch number does not matter
   * @throws if it is no version, or outside the known range
   */
  public static of(version: string): KubernetesVersion {
    const problems = new Problems('KubernetesVersion');
    const minor = problems.parse('of(version)', parseMinor, version);
    problems.throwIfAny();
    return new KubernetesVersion(minor!);
  }

  /**
   * Every known version, the oldest first.
   *
   * @internal
   */
  public static _known(): KubernetesVersion[] {
    return Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => new KubernetesVersion(OLDEST + index));
  }

  /**
   * The version in force for a construct: the nearest one set with `useIn` on it or a parent.
   *
   * @returns the version set, or 1.27
   */
  public static targetOf(scope: IConstruct): KubernetesVersion {
    return scope.node.tryGetContext(CONTEXT_KEY) ?? KubernetesVersion.V1_27;
  }

  private constructor(
    /** The number behind "1.": 17 to 36. */
    public readonly minor: number,
  ) {}

  /**
   * Makes this the target of an app, a chart or any construct and of all that is made in it afterwards.
   *
   * @throws if the scope already has children: they were made for another version
   */
  public useIn(scope: IConstruct): void {
    const children = scope.node.children;
    if (children.length === 0) return scope.node.setContext(CONTEXT_KEY, this);
    throw new InputError(renderProblems('KubernetesVersion', [{
      fact: `version ${this} comes after ${children.length === 1 ? 'a construct was' : `${children.length} constructs were`} made in ${scope.node.path ? `'${scope.node.path}'` : 'the app'}`,
      at: 'useIn(scope)',
      why: `"${children[0].node.id}" is already made for Kubernetes ${KubernetesVersion.targetOf(scope)}`,
      fix: `call KubernetesVersion.of('${this}').useIn(...) right after the scope is made, before its first child`,
      see: 'https://cdk8s.io/docs/latest/basics/app/',
    }]));
  }

  /** Whether this version is the other one or newer. */
  public isAtLeast(other: KubernetesVersion): boolean {
    return this.minor >= other.minor;
  }

  /** `1.27` */
  public toString(): string {
    return `1.${this.minor}`;
  }
}
