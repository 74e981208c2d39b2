/** The text is not certain to be plain YAML: another reader has to tell what it means. */
export class NotPlain extends Error {}
