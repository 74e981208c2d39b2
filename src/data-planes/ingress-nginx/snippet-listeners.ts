import { entriesOf, type ConfigMap } from '../../kube/config-map';
import type { Listener } from '../../model/forward';
import { Protocol } from '../../values/protocol';

/** The ports that a user's own pieces of nginx configuration listen on. */
export function snippetListeners(settings: ConfigMap | undefined): Listener[] {
  const snippets = entriesOf(settings).filter(([key]) => key.endsWith('-snippet'));
  return snippets.flatMap(([, text]) => [...withoutComments(text).matchAll(LISTEN)].map(([, port, parameters]) => ({
    listenPort: Number(port),
    protocol: /\budp\b/.test(parameters) ? Protocol.UDP : Protocol.TCP,
  })));
}

// A port alone, or behind a name, an IPv4 address, an IPv6 address in brackets or "*":
// https://nginx.org/en/docs/stream/ngx_stream_core_module.html#listen
const LISTEN = /\blisten\s+(?:(?:\[[^\]]*\]|[\w.*-]+):)?(\d+)(?![\w.:])([^;]*)/g;

function withoutComments(text: string): string {
  return text.replace(/#.*$/gm, '');
}
