/** Who signs: a key in a file, or a device behind a command. */
export interface Signer {
  /**
   * Signs bytes.
   *
   * @returns a detached signature: CMS `SignedData` (RFC 5652) as DER, with the signer's certificate
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
