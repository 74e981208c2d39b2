// The YAML of an ingress-nginx installation, read and patched; the size is the number of forwards.
const { Chart } = require('cdk8s');
const { listeners, published, tcpServices } = require('./published-controller');

exports['cdk8s-l4'] = ({ controllerYaml }) => {
  const { Backend, IngressNginx, IngressNginxController, MultiPortTcpIngress } = require('../..');
  return (app, size) => {
    const chart = new Chart(app, 'manifest');
    const dataPlane = new IngressNginx(chart, 'nginx', { controller: IngressNginxController.manifest(controllerYaml) });
    const ingress = new MultiPortTcpIngress(chart, 'edge', { dataPlane });
    listeners(size).forEach((listenPort, index) => {
      ingress.forward({ listenPort, backend: Backend.existing({ serviceName: `service-${index}`, servicePort: 80 }) });
    });
  };
};

exports.Include = ({ controllerYaml }) => {
  const { ApiObject, Include, JsonPatch } = require('cdk8s');
  return (app, size) => {
    const chart = new Chart(app, 'manifest');
    for (const included of new Include(chart, 'nginx', { url: controllerYaml }).apiObjects) {
      const object = included.toJson();
      const [edited] = published([object], size);
      if (edited !== object) included.addJsonPatch(JsonPatch.replace('/spec', edited.spec));
    }
    new ApiObject(chart, 'tcp-services', tcpServices(size));
  };
};
