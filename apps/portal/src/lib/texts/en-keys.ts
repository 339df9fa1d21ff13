/** Words about keys of people, in English. */
export const enKeys = {
  new: 'Make a new key',
  newHint:
    'The key is made on this device, and nobody can read it out. An administrator of your enterprise admits it.',
  name: 'Name of your key on this device',
  kind: 'What holds the key',
  kinds: {
    passkey: 'Passkey of this computer or a security key',
    device: 'Key of this browser',
  },
  kindHints: {
    passkey:
      'Every signature asks for your finger, your face or a PIN. For releases and other acts of quality.',
    device: 'Signs without asking, for as long as this browser keeps its data.',
  },
  places: {
    address:
      'A passkey is bound to a name, and this page is open under an address ({{host}}). Open it under its name to make one.',
    unsupported:
      'This browser makes no passkeys here: it is too old, or the page is not encrypted. Open the page over HTTPS in a current browser.',
    securityKey:
      'Nothing built into this computer knows your finger, face or PIN. Plug in a security key that has a PIN.',
  },
  named: 'Open under a name',
  pairing: 'Names of this server',
  onlyAt: 'Signs only at',
  make: 'Make the key',
  use: 'Sign in with this key',
  proving: 'Your key signs you in. A passkey asks for your finger, your face or a PIN.',
  forAdministrator: 'For your administrator',
  request: 'Key to be admitted',
  noRequest: 'This is no key.',
  fromAdministrator: 'From your administrator',
  notThisKey: 'This does not admit the key above, or it was altered.',
  propose: 'Propose',
  toHolder: 'For the holder of the key',
  toHolderHint:
    'The holder pastes this on the page of the new key, signs, and gives you a text back. Sign that under Countersign within a quarter of an hour.',
  notSigned: {
    notGiven:
      'Nothing was signed or sent: the prompt was closed or ran out, or the device did not know your finger, face or PIN. Try again.',
    notVerified:
      'Nothing was signed or sent: this device does not ask for finger, face or PIN. Set one up, or use another device.',
    unfit: 'This device makes no keys that the ledger takes (ES256). Use another one.',
    noKey:
      'This browser has no key of that name under this address. A key signs only where it was made; make a new one otherwise.',
  },
};
