import { ApiObject, App, Chart, Testing, type ApiObjectProps } from 'cdk8s';
import { Construct } from 'constructs';
import * as l4 from '../../../src';
import type { KubeObject } from '../../../src/kube/kube-object';
import { Manifest, quietly } from '../../manifest';

/** A backend that nobody has to make: `shop/orders`, on the port that is listened on. */
export const orders = l4.Backend.existing({ serviceName: 'orders', namespaceName: 'shop' });

/** Synthesizes a chart that has the objects of a controller and forwards through them. */
export function forwardThrough(objects: readonly KubeObject[], forwards: l4.ForwardOptions[], props: l4.IngressNginxProps = {}): Manifest {
  const chart = new Chart(new App(), 'edge');
  new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane: dataPlaneOver(chart, objects, props), forwards });
  return new Manifest(quietly(() => Testing.synth(chart)));
}

/** The message with which such a chart is refused. */
export function refusedThrough(objects: readonly KubeObject[], forwards: l4.ForwardOptions[], props?: l4.IngressNginxProps): string {
  try {
    forwardThrough(objects, forwards, props);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}

/** A data plane that patches these objects. */
export function dataPlaneOver(chart: Chart, objects: readonly KubeObject[], props: l4.IngressNginxProps = {}): l4.IngressNginx {
  const manifests = new Construct(chart, 'manifests');
  objects.forEach((object, index) => new ApiObject(manifests, `${index}`, object as ApiObjectProps));
  return new l4.IngressNginx(chart, 'nginx', { controller: l4.IngressNginxController.objects(manifests), ...props });
}
