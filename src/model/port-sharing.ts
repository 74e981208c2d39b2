// What a controller reads at the start of a connection, so that one port cannot have two kinds: https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec
// Whether HTTPS and TLS can share a port depends on the controller.
const READING: ReadonlyMap<string, string> = new Map([['TCP', 'nothing'], ['HTTP', 'requests'], ['HTTPS', 'handshakes'], ['TLS', 'handshakes']]);

/** The protocols of listeners that cannot be on one port with this one; none for UDP, nor for a protocol of an implementation's own. */
export function rivalsOf(protocol: string): string[] {
  const own = READING.get(protocol);
  return own === undefined ? [] : [...READING].filter(([, reading]) => reading !== own).map(([rival]) => rival);
}

/** Whether a Gateway with both listeners on one port gets neither of them. */
export function cannotShare(protocol: string, other: string): boolean {
  return rivalsOf(protocol).includes(other);
}
