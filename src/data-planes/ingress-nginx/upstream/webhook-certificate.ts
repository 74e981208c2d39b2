/** Where the controller answers the API server, and where it finds the certificate for it. */
export const WEBHOOK_PORT = 8443;

export const CERTIFICATE_VOLUME = 'webhook-cert';

export const CERTIFICATE_FOLDER = '/usr/local/certificates';
