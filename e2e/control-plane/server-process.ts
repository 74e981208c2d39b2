import { spawn, type ChildProcess } from 'child_process';
import { once } from 'events';
import { existsSync, mkdtempSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import type { Readable, Writable } from 'stream';

const SUPERVISOR = resolve(__dirname, 'supervisor.sh');

/** A server that does not outlive the test run, and its folder for keys, state and log, which does not either. */
export class ServerProcess {
  readonly folder: string;
  private supervisor?: ChildProcess;
  private hasEnded = false;

  constructor(readonly name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `cdk8s-l4-${name}-`));
  }

  run(binary: string, args: readonly string[]): void {
    // In a session of its own: what interrupts the test run in a terminal must not reach it before it can clean up.
    this.supervisor = spawn('sh', [SUPERVISOR, this.folder, binary, ...args], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'], detached: true });
    this.supervisor.stdin!.on('error', () => undefined);
    (this.supervisor.stdio[3] as Readable).resume().on('end', () => { this.hasEnded = true; });
    this.supervisor.unref();
    (this.supervisor.stdio as unknown as Array<{ unref(): void } | null>).forEach((stream) => stream?.unref());
  }

  /** Waits until the server answers. */
  async ready(isReady: () => Promise<boolean>, seconds = 120): Promise<void> {
    const deadline = performance.now() + seconds * 1000;
    while (!await isReady()) {
      if (this.hasEnded || performance.now() > deadline) throw new Error(`${this.name} ${this.hasEnded ? 'ended' : 'is not ready'}; the end of its log:\n${this.endOfLog()}`);
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }

  async stop(): Promise<void> {
    if (!this.supervisor || this.supervisor.exitCode !== null) return;
    this.supervisor.ref();
    const ended = once(this.supervisor, 'exit');
    (this.supervisor.stdin as Writable).end();
    await ended;
  }

  /** The most memory that it has had, in MiB, where the system tells: Linux does. */
  peakMemory(): number {
    const status = `/proc/${readFileSync(join(this.folder, 'pid'), 'utf8').trim()}/status`;
    const kibibytes = existsSync(status) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
    return Math.round(Number(kibibytes ?? NaN) / 1024);
  }

  private endOfLog(): string {
    const log = join(this.folder, 'log');
    return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-20).join('\n') : '(none)';
  }
}
