import type { IConstruct } from 'constructs';
import type { Failure } from './synthesis-messages';

/**
 * Says each failure at the construct that made the object: cdk8s writes its path in front. The root is asked before the constructs
 * in it, and says what is nowhere.
 *
 * @see https://github.com/cdk8s-team/cdk8s-core/blob/2.x/src/app.ts
 */
export class FailurePlaces {
  private readonly asked = new WeakSet<IConstruct>();
  private texts = new Map<IConstruct, string[]>();

  constructor(private readonly root: IConstruct) {}

  /** Puts failures in their places, instead of those before, and returns those of the root. */
  place(failures: readonly Failure[]): string[] {
    this.texts = new Map();
    for (const { constructPath, text } of failures) {
      const construct = this.constructAt(constructPath);
      const known = this.texts.get(construct);
      if (known) known.push(text);
      else this.texts.set(construct, [text]);
      this.ask(construct);
    }
    return this.texts.get(this.root) ?? [];
  }

  private ask(construct: IConstruct): void {
    if (construct === this.root || this.asked.has(construct)) return;
    this.asked.add(construct);
    construct.node.addValidation({ validate: () => this.texts.get(construct) ?? [] });
  }

  private constructAt(path: string): IConstruct {
    const ids = path === '' ? [] : path.split('/');
    return ids.reduce<IConstruct | undefined>((construct, id) => construct?.node.tryFindChild(id), this.root) ?? this.root;
  }
}
