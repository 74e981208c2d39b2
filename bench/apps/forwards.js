// ingress-nginx and as many Services, each published on a port of its own.
const { Chart } = require('cdk8s');
const { readFileSync } = require('fs');
const oneService = require('./one-service');
const { listeners, published, tcpServices } = require('./published-controller');

exports['cdk8s-l4'] = () => {
  const { Backend, IngressNginx, IngressNginxController, MultiPortTcpIngress } = require('../..');
  const addService = oneService['cdk8s-l4']();
  return (app, size) => {
    const chart = new Chart(app, 'forwards');
    const dataPlane = new IngressNginx(chart, 'nginx', { controller: IngressNginxController.upstream() });
    const ingress = new MultiPortTcpIngress(chart, 'edge', { dataPlane });
    listeners(size).forEach((listenPort, index) => {
      ingress.forward({ listenPort, backend: Backend.service(addService(chart, index)) });
    });
  };
};

exports.ApiObject = ({ controllerJson }) => {
  const { ApiObject } = require('cdk8s');
  const addService = oneService.ApiObject();
  const controller = JSON.parse(readFileSync(controllerJson, 'utf8'));
  return (app, size) => {
    const chart = new Chart(app, 'forwards');
    const objects = [...published(controller, size), tcpServices(size)];
    objects.forEach((object, index) => new ApiObject(chart, `controller-${index}`, object));
    for (let index = 0; index < size; index++) addService(chart, index);
  };
};
