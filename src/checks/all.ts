import { clusteripDuplicate } from './address/clusterip-duplicate';
import { clusteripFamilyMismatch } from './address/clusterip-family-mismatch';
import { clusteripInvalid } from './address/clusterip-invalid';
import { dualstackRequired } from './address/dualstack-required';
import { familiesPolicyMismatch } from './address/families-policy-mismatch';
import { familiesVsPeers } from './address/families-vs-peers';
import { ipNonCanonical } from './address/ip-non-canonical';
import type { Check } from './check';
import { endpointsApiDeprecated } from './endpoints/endpoints-api-deprecated';
import { endpointsClusterIp } from './endpoints/endpoints-cluster-ip';
import { endpointsForbiddenIp } from './endpoints/endpoints-forbidden-ip';
import { endpointsNameMismatch } from './endpoints/endpoints-name-mismatch';
import { endpointsPortMissing } from './endpoints/endpoints-port-missing';
import { endpointsPortNameMismatch } from './endpoints/endpoints-port-name-mismatch';
import { endpointsProtocolMismatch } from './endpoints/endpoints-protocol-mismatch';
import { endpointsWithSelector } from './endpoints/endpoints-with-selector';
import { endpointsliceAddressType } from './endpoints/endpointslice-address-type';
import { endpointsliceFamilyUnused } from './endpoints/endpointslice-family-unused';
import { endpointsliceFqdn } from './endpoints/endpointslice-fqdn';
import { endpointsliceLabelMissing } from './endpoints/endpointslice-label-missing';
import { endpointsliceManagedBy } from './endpoints/endpointslice-managed-by';
import { endpointsliceServiceMissing } from './endpoints/endpointslice-service-missing';
import { externalnameAsL4Backend } from './external-name/externalname-as-l4-backend';
import { externalnameBadDns } from './external-name/externalname-bad-dns';
import { externalnameClusterMissing } from './external-name/externalname-cluster-missing';
import { externalnameIsIp } from './external-name/externalname-is-ip';
import { externalnameLoop } from './external-name/externalname-loop';
import { externalnamePortsRemap } from './external-name/externalname-ports-remap';
import { externalnameWithSelector } from './external-name/externalname-with-selector';
import { externalnameWithoutType } from './external-name/externalname-without-type';
import { gatewayApiVersionSkew } from './gateway/gateway-api-version-skew';
import { gatewayClassMissing } from './gateway/gateway-class-missing';
import { gatewayListenerConflict } from './gateway/gateway-listener-conflict';
import { gatewayListenerHostnameL4 } from './gateway/gateway-listener-hostname-l4';
import { gatewayListenerNoRoute } from './gateway/gateway-listener-no-route';
import { gatewayPortCollision } from './gateway/gateway-port-collision';
import { gatewayPortNotExposed } from './gateway/gateway-port-not-exposed';
import { gatewayProtocolUnsupported } from './gateway/gateway-protocol-unsupported';
import { listenerSetNotAllowed } from './gateway/listener-set-not-allowed';
import { routeBackendMissing } from './gateway/route-backend-missing';
import { routeBackendPortMissing } from './gateway/route-backend-port-missing';
import { routeGrantMissing } from './gateway/route-grant-missing';
import { routeL4Conflict } from './gateway/route-l4-conflict';
import { routeListenerMissing } from './gateway/route-listener-missing';
import { routeListenerProtocol } from './gateway/route-listener-protocol';
import { routeNamespaceNotAllowed } from './gateway/route-namespace-not-allowed';
import { routeParentMissing } from './gateway/route-parent-missing';
import { routeWeightsZero } from './gateway/route-weights-zero';
import { ingressNginxRetired } from './ingress/ingress-nginx-retired';
import { ingressPortForm } from './ingress/ingress-port-form';
import { ingressPortMissing } from './ingress/ingress-port-missing';
import { ingressServiceMissing } from './ingress/ingress-service-missing';
import { tcpArgMissing } from './ingress/tcp-arg-missing';
import { tcpBadGrammar } from './ingress/tcp-bad-grammar';
import { tcpConfigmapMissing } from './ingress/tcp-configmap-missing';
import { tcpPortNotOnContainer } from './ingress/tcp-port-not-on-container';
import { tcpPortNotOnService } from './ingress/tcp-port-not-on-service';
import { tcpReservedPort } from './ingress/tcp-reserved-port';
import { tcpServiceMissing } from './ingress/tcp-service-missing';
import { tcpServicePortMissing } from './ingress/tcp-service-port-missing';
import { tcpUdpPortClash } from './ingress/tcp-udp-port-clash';
import { udpProxyIgnored } from './ingress/udp-proxy-ignored';
import { lbAnnotationLegacy } from './load-balancer/lb-annotation-legacy';
import { lbAnnotationNonString } from './load-balancer/lb-annotation-non-string';
import { lbAnnotationOnOtherType } from './load-balancer/lb-annotation-on-other-type';
import { lbAnnotationTypo } from './load-balancer/lb-annotation-typo';
import { lbClassMisused } from './load-balancer/lb-class-misused';
import { lbIpDeprecated } from './load-balancer/lb-ip-deprecated';
import { lbMixedProtocol } from './load-balancer/lb-mixed-protocol';
import { lbNoNodePorts } from './load-balancer/lb-no-node-ports';
import { lbOpenDatastore } from './load-balancer/lb-open-datastore';
import { lbProxyProtocolMismatch } from './load-balancer/lb-proxy-protocol-mismatch';
import { lbSameIpNoSharingKey } from './load-balancer/lb-same-ip-no-sharing-key';
import { lbSharedIpPolicyConflict } from './load-balancer/lb-shared-ip-policy-conflict';
import { lbSharedIpPortConflict } from './load-balancer/lb-shared-ip-port-conflict';
import { lbSourceRangeHostBits } from './load-balancer/lb-source-range-host-bits';
import { lbSourceRangeInvalid } from './load-balancer/lb-source-range-invalid';
import { lbSourceRangeOnOtherType } from './load-balancer/lb-source-range-on-other-type';
import { netpolBlocksLbSource } from './network-policy/netpol-blocks-lb-source';
import { netpolBlocksServicePort } from './network-policy/netpol-blocks-service-port';
import { netpolDangling } from './network-policy/netpol-dangling';
import { netpolEgressNoDns } from './network-policy/netpol-egress-no-dns';
import { netpolNamedPortMissing } from './network-policy/netpol-named-port-missing';
import { netpolPeerDangling } from './network-policy/netpol-peer-dangling';
import { netpolProtocolMismatch } from './network-policy/netpol-protocol-mismatch';
import { netpolUsesServicePort } from './network-policy/netpol-uses-service-port';
import { externalIpsDeprecated } from './node-port/external-ips-deprecated';
import { hostnetworkPortMismatch } from './node-port/hostnetwork-port-mismatch';
import { hostportCollision } from './node-port/hostport-collision';
import { hostportInNodeportRange } from './node-port/hostport-in-nodeport-range';
import { hostportReplicas } from './node-port/hostport-replicas';
import { nodeportCollision } from './node-port/nodeport-collision';
import { nodeportHealthCollision } from './node-port/nodeport-health-collision';
import { nodeportOnClusterip } from './node-port/nodeport-on-clusterip';
import { nodeportOutOfRange } from './node-port/nodeport-out-of-range';
import { apiVersionRemoved } from './object/api-version-removed';
import { fieldNewerThanTarget } from './object/field-newer-than-target';
import { fieldUnknown } from './object/field-unknown';
import { labelInvalid } from './object/label-invalid';
import { objectDuplicate } from './object/object-duplicate';
import { serviceEnvCollision } from './object/service-env-collision';
import { serviceNameInvalid } from './object/service-name-invalid';
import { namedPortNumberConflict } from './overlap/named-port-number-conflict';
import { selectorOverlapNamedSplit } from './overlap/selector-overlap-named-split';
import { selectorOverlapNoPorts } from './overlap/selector-overlap-no-ports';
import { selectorOverlapPortMissing } from './overlap/selector-overlap-port-missing';
import { selectorOverlapUnrelated } from './overlap/selector-overlap-unrelated';
import { selectorTooBroadInstance } from './overlap/selector-too-broad-instance';
import { workloadMultiServiceProtocol } from './overlap/workload-multi-service-protocol';
import { workloadMultiServiceTarget } from './overlap/workload-multi-service-target';
import { appProtocolInvalid } from './ports/app-protocol-invalid';
import { containerPortDuplicate } from './ports/container-port-duplicate';
import { containerPortNameDuplicate } from './ports/container-port-name-duplicate';
import { containerPortNameInvalid } from './ports/container-port-name-invalid';
import { dnsPortOneProtocol } from './ports/dns-port-one-protocol';
import { portDuplicate } from './ports/port-duplicate';
import { portNameDuplicate } from './ports/port-name-duplicate';
import { portNameInvalid } from './ports/port-name-invalid';
import { portNameRequired } from './ports/port-name-required';
import { portOutOfRange } from './ports/port-out-of-range';
import { portTwoProtocolsSameNumber } from './ports/port-two-protocols-same-number';
import { protocolInvalid } from './ports/protocol-invalid';
import { serviceEnumInvalid } from './ports/service-enum-invalid';
import { listenLocalhost } from './probe/listen-localhost';
import { probePortNameMissing } from './probe/probe-port-name-missing';
import { probePortUndeclared } from './probe/probe-port-undeclared';
import { probeProtocol } from './probe/probe-protocol';
import { readinessChecksOtherPort } from './probe/readiness-checks-other-port';
import { readinessMissing } from './probe/readiness-missing';
import { servicePortPrivileged } from './probe/service-port-privileged';
import { apiserviceServiceMissing } from './reference/apiservice-service-missing';
import { hostReferenceMissing } from './reference/host-reference-missing';
import { pdbOverlap } from './reference/pdb-overlap';
import { podmonitorPortMissing } from './reference/podmonitor-port-missing';
import { servicemonitorDangling } from './reference/servicemonitor-dangling';
import { servicemonitorPortMissing } from './reference/servicemonitor-port-missing';
import { webhookServiceMissing } from './reference/webhook-service-missing';
import { svcDuplicateSelector } from './selector/svc-duplicate-selector';
import { svcNamespaceImplicitMismatch } from './selector/svc-namespace-implicit-mismatch';
import { svcSelectorEmpty } from './selector/svc-selector-empty';
import { svcSelectorLabelNotInTemplate } from './selector/svc-selector-label-not-in-template';
import { svcSelectorNearMiss } from './selector/svc-selector-near-miss';
import { svcSelectorNoMatch } from './selector/svc-selector-no-match';
import { svcSelectorNonString } from './selector/svc-selector-non-string';
import { svcSelectorOnlyJobPods } from './selector/svc-selector-only-job-pods';
import { svcSelectorOtherNamespace } from './selector/svc-selector-other-namespace';
import { svcSelectorPodName } from './selector/svc-selector-pod-name';
import { svcSelectorVolatileLabel } from './selector/svc-selector-volatile-label';
import { workloadSelectorMismatch } from './selector/workload-selector-mismatch';
import { clientServicePublishesNotReady } from './stateful-set/client-service-publishes-not-ready';
import { headlessExternalType } from './stateful-set/headless-external-type';
import { headlessIgnoredFields } from './stateful-set/headless-ignored-fields';
import { headlessPeersNotPublished } from './stateful-set/headless-peers-not-published';
import { headlessPortRemap } from './stateful-set/headless-port-remap';
import { podSubdomainWithoutService } from './stateful-set/pod-subdomain-without-service';
import { stsNameInvalid } from './stateful-set/sts-name-invalid';
import { stsNameTooLong } from './stateful-set/sts-name-too-long';
import { stsReplicaServiceMissing } from './stateful-set/sts-replica-service-missing';
import { stsServiceMissing } from './stateful-set/sts-service-missing';
import { stsServiceNameEmpty } from './stateful-set/sts-service-name-empty';
import { stsServiceNotHeadless } from './stateful-set/sts-service-not-headless';
import { stsServiceSelectorMismatch } from './stateful-set/sts-service-selector-mismatch';
import { stsServiceShared } from './stateful-set/sts-service-shared';
import { portNameCrossed } from './target-port/port-name-crossed';
import { targetPortDefaultedWrong } from './target-port/target-port-defaulted-wrong';
import { targetPortInvalidName } from './target-port/target-port-invalid-name';
import { targetPortIsHostPort } from './target-port/target-port-is-host-port';
import { targetPortNameAmbiguous } from './target-port/target-port-name-ambiguous';
import { targetPortNameInSidecar } from './target-port/target-port-name-in-sidecar';
import { targetPortNameMissing } from './target-port/target-port-name-missing';
import { targetPortNumericString } from './target-port/target-port-numeric-string';
import { targetPortOnlyInInit } from './target-port/target-port-only-in-init';
import { targetPortProtocolMismatch } from './target-port/target-port-protocol-mismatch';
import { targetPortRepeated } from './target-port/target-port-repeated';
import { targetPortUndeclared } from './target-port/target-port-undeclared';
import { topologyAndPolicyConflict } from './topology/topology-and-policy-conflict';
import { topologyAnnotationValue } from './topology/topology-annotation-value';
import { topologyAnnotationsDisagree } from './topology/topology-annotations-disagree';
import { topologyHintsAnnotationDeprecated } from './topology/topology-hints-annotation-deprecated';
import { topologyHintsFewEndpoints } from './topology/topology-hints-few-endpoints';
import { topologyKeysRemoved } from './topology/topology-keys-removed';
import { topologyLabelDeprecated } from './topology/topology-label-deprecated';
import { trafficDistributionDeprecatedValue } from './topology/traffic-distribution-deprecated-value';
import { trafficDistributionFewReplicas } from './topology/traffic-distribution-few-replicas';
import { trafficDistributionVersion } from './topology/traffic-distribution-version';
import { affinityBehindSnat } from './traffic-policy/affinity-behind-snat';
import { affinityConfigWithoutAffinity } from './traffic-policy/affinity-config-without-affinity';
import { affinityTimeoutRange } from './traffic-policy/affinity-timeout-range';
import { externalLocalSparse } from './traffic-policy/external-local-sparse';
import { externalPolicyOnInternal } from './traffic-policy/external-policy-on-internal';
import { healthNodePortMisused } from './traffic-policy/health-node-port-misused';
import { internalLocalSparse } from './traffic-policy/internal-local-sparse';
import { policyOnHeadless } from './traffic-policy/policy-on-headless';

/** Every check, sorted by name; written by scripts/list-checks.js. */
export const CHECKS: readonly Check[] = [
  affinityBehindSnat,
  affinityConfigWithoutAffinity,
  affinityTimeoutRange,
  apiVersionRemoved,
  apiserviceServiceMissing,
  appProtocolInvalid,
  clientServicePublishesNotReady,
  clusteripDuplicate,
  clusteripFamilyMismatch,
  clusteripInvalid,
  containerPortDuplicate,
  containerPortNameDuplicate,
  containerPortNameInvalid,
  dnsPortOneProtocol,
  dualstackRequired,
  endpointsApiDeprecated,
  endpointsClusterIp,
  endpointsForbiddenIp,
  endpointsNameMismatch,
  endpointsPortMissing,
  endpointsPortNameMismatch,
  endpointsProtocolMismatch,
  endpointsWithSelector,
  endpointsliceAddressType,
  endpointsliceFamilyUnused,
  endpointsliceFqdn,
  endpointsliceLabelMissing,
  endpointsliceManagedBy,
  endpointsliceServiceMissing,
  externalIpsDeprecated,
  externalLocalSparse,
  externalPolicyOnInternal,
  externalnameAsL4Backend,
  externalnameBadDns,
  externalnameClusterMissing,
  externalnameIsIp,
  externalnameLoop,
  externalnamePortsRemap,
  externalnameWithSelector,
  externalnameWithoutType,
  familiesPolicyMismatch,
  familiesVsPeers,
  fieldNewerThanTarget,
  fieldUnknown,
  gatewayApiVersionSkew,
  gatewayClassMissing,
  gatewayListenerConflict,
  gatewayListenerHostnameL4,
  gatewayListenerNoRoute,
  gatewayPortCollision,
  gatewayPortNotExposed,
  gatewayProtocolUnsupported,
  headlessExternalType,
  headlessIgnoredFields,
  headlessPeersNotPublished,
  headlessPortRemap,
  healthNodePortMisused,
  hostReferenceMissing,
  hostnetworkPortMismatch,
  hostportCollision,
  hostportInNodeportRange,
  hostportReplicas,
  ingressNginxRetired,
  ingressPortForm,
  ingressPortMissing,
  ingressServiceMissing,
  internalLocalSparse,
  ipNonCanonical,
  labelInvalid,
  lbAnnotationLegacy,
  lbAnnotationNonString,
  lbAnnotationOnOtherType,
  lbAnnotationTypo,
  lbClassMisused,
  lbIpDeprecated,
  lbMixedProtocol,
  lbNoNodePorts,
  lbOpenDatastore,
  lbProxyProtocolMismatch,
  lbSameIpNoSharingKey,
  lbSharedIpPolicyConflict,
  lbSharedIpPortConflict,
  lbSourceRangeHostBits,
  lbSourceRangeInvalid,
  lbSourceRangeOnOtherType,
  listenLocalhost,
  listenerSetNotAllowed,
  namedPortNumberConflict,
  netpolBlocksLbSource,
  netpolBlocksServicePort,
  netpolDangling,
  netpolEgressNoDns,
  netpolNamedPortMissing,
  netpolPeerDangling,
  netpolProtocolMismatch,
  netpolUsesServicePort,
  nodeportCollision,
  nodeportHealthCollision,
  nodeportOnClusterip,
  nodeportOutOfRange,
  objectDuplicate,
  pdbOverlap,
  podSubdomainWithoutService,
  podmonitorPortMissing,
  policyOnHeadless,
  portDuplicate,
  portNameCrossed,
  portNameDuplicate,
  portNameInvalid,
  portNameRequired,
  portOutOfRange,
  portTwoProtocolsSameNumber,
  probePortNameMissing,
  probePortUndeclared,
  probeProtocol,
  protocolInvalid,
  readinessChecksOtherPort,
  readinessMissing,
  routeBackendMissing,
  routeBackendPortMissing,
  routeGrantMissing,
  routeL4Conflict,
  routeListenerMissing,
  routeListenerProtocol,
  routeNamespaceNotAllowed,
  routeParentMissing,
  routeWeightsZero,
  selectorOverlapNamedSplit,
  selectorOverlapNoPorts,
  selectorOverlapPortMissing,
  selectorOverlapUnrelated,
  selectorTooBroadInstance,
  serviceEnumInvalid,
  serviceEnvCollision,
  serviceNameInvalid,
  servicePortPrivileged,
  servicemonitorDangling,
  servicemonitorPortMissing,
  stsNameInvalid,
  stsNameTooLong,
  stsReplicaServiceMissing,
  stsServiceMissing,
  stsServiceNameEmpty,
  stsServiceNotHeadless,
  stsServiceSelectorMismatch,
  stsServiceShared,
  svcDuplicateSelector,
  svcNamespaceImplicitMismatch,
  svcSelectorEmpty,
  svcSelectorLabelNotInTemplate,
  svcSelectorNearMiss,
  svcSelectorNoMatch,
  svcSelectorNonString,
  svcSelectorOnlyJobPods,
  svcSelectorOtherNamespace,
  svcSelectorPodName,
  svcSelectorVolatileLabel,
  targetPortDefaultedWrong,
  targetPortInvalidName,
  targetPortIsHostPort,
  targetPortNameAmbiguous,
  targetPortNameInSidecar,
  targetPortNameMissing,
  targetPortNumericString,
  targetPortOnlyInInit,
  targetPortProtocolMismatch,
  targetPortRepeated,
  targetPortUndeclared,
  tcpArgMissing,
  tcpBadGrammar,
  tcpConfigmapMissing,
  tcpPortNotOnContainer,
  tcpPortNotOnService,
  tcpReservedPort,
  tcpServiceMissing,
  tcpServicePortMissing,
  tcpUdpPortClash,
  topologyAndPolicyConflict,
  topologyAnnotationValue,
  topologyAnnotationsDisagree,
  topologyHintsAnnotationDeprecated,
  topologyHintsFewEndpoints,
  topologyKeysRemoved,
  topologyLabelDeprecated,
  trafficDistributionDeprecatedValue,
  trafficDistributionFewReplicas,
  trafficDistributionVersion,
  udpProxyIgnored,
  webhookServiceMissing,
  workloadMultiServiceProtocol,
  workloadMultiServiceTarget,
  workloadSelectorMismatch,
];
