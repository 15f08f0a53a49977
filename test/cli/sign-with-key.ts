import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { keySigner } from '../../src/outputs/signatures/cms.ts';
import { openSigningKey } from '../../src/outputs/signatures/signing-key.ts';

/** A command such as `--signer` names: signs its standard input with the key file that it is given. */
const [, , keyFile = '', passphrase = ''] = process.argv;
const signer = keySigner(openSigningKey(readFileSync(keyFile), passphrase));
process.stdout.write(await signer.sign(await buffer(process.stdin)));
