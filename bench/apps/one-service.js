// A Service for `app=app-0` and so on, written in three ways. Each way loads its library when it is asked for, and only that one.

exports['cdk8s-l4'] = () => {
  const { ClusterIpService, PodSelector } = require('../..');
  return (chart, index) => new ClusterIpService(chart, `service-${index}`, {
    selector: PodSelector.labels({ app: `app-${index}` }),
    ports: [{ servicePort: 80, targetPort: 8080 }],
  });
};

exports.ApiObject = () => {
  const { ApiObject } = require('cdk8s');
  return (chart, index) => new ApiObject(chart, `service-${index}`, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `service-${index}` },
    spec: {
      selector: { app: `app-${index}` },
      ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }],
    },
  });
};

// It writes other YAML than the other two, `externalIPs: []` among other things.
exports['cdk8s-plus-27'] = () => {
  const { Service, ServiceType } = require('cdk8s-plus-27');
  return (chart, index) => {
    const service = new Service(chart, `service-${index}`, {
      metadata: { name: `service-${index}` },
      type: ServiceType.CLUSTER_IP,
      ports: [{ port: 80, targetPort: 8080 }],
    });
    service.selectLabel('app', `app-${index}`);
  };
};
