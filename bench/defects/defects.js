// Ways to break a connection. Each finds its places in a set of objects; a place changes a copy of the set so that connections
// that worked before are refused, dropped or never set up, or the API server refuses the object.
const { GATEWAY_DEFECTS } = require('./gateway-defects');
const { HOST_DEFECTS } = require('./host-defects');
const { LISTENING_DEFECTS } = require('./listening-defects');
const { LOAD_BALANCER_DEFECTS } = require('./load-balancer-defects');
const { NETWORK_POLICY_DEFECTS } = require('./network-policy-defects');
const { REFERENCE_DEFECTS } = require('./reference-defects');
const { SERVICE_DEFECTS } = require('./service-defects');
const { WORKLOAD_DEFECTS } = require('./workload-defects');
const { WRITTEN_DEFECTS } = require('./written-defects');

exports.DEFECTS = [
  ...SERVICE_DEFECTS, ...WRITTEN_DEFECTS, ...WORKLOAD_DEFECTS, ...LISTENING_DEFECTS, ...HOST_DEFECTS,
  ...LOAD_BALANCER_DEFECTS, ...NETWORK_POLICY_DEFECTS, ...REFERENCE_DEFECTS, ...GATEWAY_DEFECTS,
];
