import { App, Chart, Testing, Yaml, type AppProps } from 'cdk8s';

/** What an app synthesized: the objects, and their YAML as `kubectl apply` reads it. */
export class Manifest {
  readonly yaml: string;

  constructor(readonly objects: any[]) {
    this.yaml = Yaml.stringify(...objects);
  }

  /** The only object of a kind, by name where there are several. */
  object(kind: string, name?: string): any {
    const found = this.objects.filter((object) => object.kind === kind && (name === undefined || object.metadata.name === name));
    if (found.length !== 1) throw new Error(`${found.length} objects are ${kind} ${name ?? ''}`);
    return found[0];
  }
}

/** Synthesizes one chart named "shop". */
export function synthesize(build: (chart: Chart) => void): Manifest {
  const chart = new Chart(new App(), 'shop');
  build(chart);
  return new Manifest(quietly(() => Testing.synth(chart)));
}

/** Synthesizes a whole app, chart after chart. */
export function synthesizeApp(build: (app: App) => void, props?: AppProps): Manifest {
  const app = new App(props);
  build(app);
  return new Manifest(quietly(() => app.charts.flatMap((chart) => Testing.synth(chart))));
}

/** Without the warnings of the analysis: most manifests of tests are only parts of what works. */
export function quietly<T>(synthesis: () => T): T {
  const { write } = process.stderr;
  process.stderr.write = () => true;
  try {
    return synthesis();
  } finally {
    process.stderr.write = write;
  }
}

/** The message with which a chart named "shop" is refused. */
export function refusal(build: (chart: Chart) => unknown): string {
  try {
    synthesize(build);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}
