/** How the arguments of a container name its own namespace; the kubelet fills it in from the variable. */
export const OWN_NAMESPACE = '$(POD_NAMESPACE)';

/** An environment variable that holds a field of the Pod. */
export function fromPod(name: string, fieldPath: string): Record<string, unknown> {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}
