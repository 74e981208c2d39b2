interface ProcessOwner {
  readonly user: number;
  readonly group: number;
  readonly readOnlyRootFilesystem: boolean;
}

/** A container that runs as this user without any privilege. */
export function securityContext({ user, group, readOnlyRootFilesystem }: ProcessOwner): Record<string, unknown> {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem,
    runAsGroup: group,
    runAsNonRoot: true,
    runAsUser: user,
    seccompProfile: { type: 'RuntimeDefault' },
  };
}
