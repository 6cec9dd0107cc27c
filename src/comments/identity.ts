import { deriveKey, fields, hmac } from '../platform/keys'
import { networkPrefix } from '../platform/network-prefix'

export type IdentityKeys = { author: Buffer; network: Buffer }

export const identityKeys = (secret: string): IdentityKeys => ({
  author: deriveKey(secret, 'author'),
  network: deriveKey(secret, 'network'),
})

export type Identity = { authorKey: Buffer; networkKey: Buffer }

/**
 * Who wrote a comment, as far as it can be told without accounts: the same name from the same
 * network is the same author, so nobody earns or spends another's reputation by using a name.
 * Keyed hashes of 16 bytes; neither the address nor the network can be read back. A network that is
 * not known has an empty key, and nothing is counted by it.
 */
export function identityOf(
  keys: IdentityKeys,
  siteId: string,
  sender: { name: string; address: string },
): Identity {
  const prefix = networkPrefix(sender.address)
  const name = sender.name.normalize('NFKC').toLowerCase()
  return {
    authorKey: hmac(keys.author, fields(siteId, name, prefix)).subarray(0, 16),
    networkKey: networkKeyOf(keys, siteId, sender.address),
  }
}

/** From which network somebody comes who need not have a name. */
export function networkKeyOf(keys: IdentityKeys, siteId: string, address: string): Buffer {
  const prefix = networkPrefix(address)
  return prefix ? hmac(keys.network, fields(siteId, prefix)).subarray(0, 16) : Buffer.alloc(0)
}
