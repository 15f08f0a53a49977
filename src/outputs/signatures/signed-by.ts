import type { X509Certificate } from 'node:crypto';

/** Whose a signature is, in words for readers. */
export interface SignerWords {
  /** The certificate's subject: `示例市政务服务局（示例市政务服务局）`. */
  readonly name: string;
  readonly issuer: string;
  /** SHA-256 of the certificate, by which it can be asked for elsewhere. */
  readonly fingerprint: string;
}

/** What a certificate says of the signer and of who answers for that. */
export function signerWords({ subject, issuer, fingerprint256 }: X509Certificate): SignerWords {
  return {
    name: nameIn(subject),
    issuer: nameIn(issuer),
    fingerprint: fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

/** `CN=…` and `O=…`, each on a line of its own, as a name. */
function nameIn(distinguished: string): string {
  const parts = new Map(distinguished.split('\n').map((line) => splitAt(line, line.indexOf('='))));
  const [common, organisation] = [parts.get('CN'), parts.get('O')];
  if (common === undefined) return organisation ?? distinguished.replaceAll('\n', '，');
  return organisation === undefined || organisation === common ? common : `${common}（${organisation}）`;
}

function splitAt(text: string, place: number): readonly [string, string] {
  return [text.slice(0, place), text.slice(place + 1)];
}

/** In words, why a certificate was not in force at a time; undefined if it was. */
export function outOfForce({ validFromDate, validToDate }: X509Certificate, at: Date): string | undefined {
  if (at >= validFromDate && at <= validToDate) return undefined;
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  return `签名时（${day(at)}）证书不在有效期内（${day(validFromDate)} 至 ${day(validToDate)}）`;
}
