/**
 * The release that is built in. Everything in this folder states what its static manifests state.
 *
 * @see https://github.com/kubernetes/ingress-nginx/tree/controller-v1.15.1/deploy/static/provider
 */
export const CONTROLLER_VERSION = '1.15.1';

export const CONTROLLER_IMAGE = `registry.k8s.io/ingress-nginx/controller:v${CONTROLLER_VERSION}`
  + '@sha256:594ceea76b01c592858f803f9ff4d2cb40542cae2060410b2c95f75907d659e1';

export const CERTIFICATE_GENERATOR_IMAGE = 'registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.6.9'
  + '@sha256:01038e7de14b78d702d2849c3aad72fd25903c4765af63cf16aa3398f5d5f2dd';
