// Ways to break a connection. Each finds its places in a set of objects; a place changes a copy of the set so that connections
// that worked before are refused, dropped or never set up, or the API server refuses the object.
const { GATEWAY_DEFECTS } = require('./gateway-defects');
const { REFERENCE_DEFECTS } = require('./reference-defects');
const { SERVICE_DEFECTS } = require('./service-defects');
const { WORKLOAD_DEFECTS } = require('./workload-defects');

exports.DEFECTS = [...SERVICE_DEFECTS, ...WORKLOAD_DEFECTS, ...REFERENCE_DEFECTS, ...GATEWAY_DEFECTS];
