/** An object that holds endpoints, without the metadata that all objects of a service share. */
export interface EndpointObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}
