/** Which of several controllers is meant. */
export interface ControllerOptions {
  /**
   * The name of the controller's Deployment or DaemonSet, or "namespace/name" where several have one name.
   *
   * @default - the only controller of its kind that there is
   */
  readonly controllerName?: string;
}
