import type { ControllerType } from './controller/controller-type';
import { HAPROXY } from './haproxy/controller-type';
import { INGRESS_NGINX } from './ingress-nginx/controller-type';

/** The controllers that read what they forward from ConfigMaps, sorted by name. */
export const CONTROLLER_TYPES: readonly ControllerType[] = [HAPROXY, INGRESS_NGINX];
