export const NAMESPACE = 'ingress-nginx';

/** The controller's workload, its Service and its ConfigMap. */
export const CONTROLLER = 'ingress-nginx-controller';

export const CONTROLLER_ACCOUNT = 'ingress-nginx';

export const CONTROLLER_CLASS = 'k8s.io/ingress-nginx';

export const INGRESS_CLASS = 'nginx';

export const LEADER_ELECTION_LEASE = 'ingress-nginx-leader';

/** The admission webhook, the account that prepares it and the Secret with its certificate. */
export const ADMISSION = 'ingress-nginx-admission';

export const ADMISSION_SERVICE = 'ingress-nginx-controller-admission';
