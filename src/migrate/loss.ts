import type { LossName } from './loss-names';
import type { Standing } from './standing';
import type { StreamProtocol } from '../data-planes/controller/stream-grammar';
import type { Severity } from '../findings/severity';
import type { Fault } from '../problems/problem';

/** Something of the input that is not in the output, or not as it was. */
export interface Loss extends Fault, Standing {
  readonly name: LossName;
  /** `error`: a connection that may work today has no route; `warning`: something else is lost; `info`: worth knowing. */
  readonly severity: Severity;
  /** The entry that has no route; absent where the loss is another one. */
  readonly entry?: EntryText;
}

/** An entry as it stands in the input. */
export interface EntryText {
  readonly protocol: StreamProtocol;
  readonly key: string;
  readonly value: string;
}

/** What is lost, before it is known where it stands. */
export type LossFault = Fault & Pick<Loss, 'name' | 'severity'>;
