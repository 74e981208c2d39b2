/** What is wrong with one value, wherever it stands. */
export interface Fault {
  /** What was received and which rule it breaks: `listenPort 70000 is above 65535`. No trailing period. */
  readonly fact: string;
  /** What the API server, a controller or a client does with it. */
  readonly why: string;
  /** One command-like sentence with a concrete value. */
  readonly fix: string;
  /** The page that states the rule. */
  readonly see: string;
}

/** A fault and the field it stands in. */
export interface Problem extends Fault {
  /** The path of the field as the user typed it: `forwards[0].listenPort`. */
  readonly at: string;
}
