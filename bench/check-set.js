const { closeSync, openSync, writeSync } = require('fs');

/** Writes a set of so many objects: four in ten concern connections, the others are of kinds that no check looks at. */
exports.writeSet = (file, objects) => {
  const out = openSync(file, 'w');
  for (let written = 0, app = 0; written < objects; app += 1) {
    const documents = documentsOf(app).slice(0, objects - written);
    writeSync(out, documents.map((document) => `---\n${document}\n`).join(''));
    written += documents.length;
  }
  closeSync(out);
};

function documentsOf(app) {
  const namespace = `team-${app % 50}`;
  const name = `app-${app}`;
  const others = ['ServiceAccount', 'Secret', 'ConfigMap', 'Role', 'RoleBinding', 'PersistentVolumeClaim'];
  return [service(name, namespace), deployment(name, namespace), policy(name, namespace), ingress(name, namespace), ...others.map((kind) => other(kind, name, namespace))];
}

function service(name, namespace) {
  return `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { app.kubernetes.io/name: ${name}, app.kubernetes.io/instance: main }
  ports:
    - { name: http, port: 80, targetPort: http }
    - { name: metrics, port: 9090, targetPort: 9090 }`;
}

function deployment(name, namespace) {
  const labels = `{ app.kubernetes.io/name: ${name}, app.kubernetes.io/instance: main }`;
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 2
  selector: { matchLabels: ${labels} }
  template:
    metadata: { labels: ${labels} }
    spec:
      containers:
        - name: ${name}
          image: example/${name}:1
          ports:
            - { name: http, containerPort: 8080 }
            - { name: metrics, containerPort: ${/0$/.test(name) ? 9091 : 9090} }
          readinessProbe: { httpGet: { path: /ready, port: http } }`;
}

function policy(name, namespace) {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: ${name} } }
  ingress: [{ ports: [{ port: http }, { port: 9090 }] }]`;
}

function ingress(name, namespace) {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  rules:
    - host: ${name}.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { name: http } } } }] }`;
}

function other(kind, name, namespace) {
  const object = `apiVersion: ${kind.startsWith('Role') ? 'rbac.authorization.k8s.io/v1' : 'v1'}
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace}, labels: { app.kubernetes.io/name: ${name} } }`;
  return kind === 'RoleBinding' ? `${object}\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${name} }` : object;
}
