import fc from 'fast-check';
import { isSecretKey } from './is-secret-key';

const SECRET = [
  'password',
  'Password',
  'PASSWORD',
  'passwordConfirmation',
  'password_confirmation',
  'current-password',
  'user[password]',
  'user.password',
  'userPassword',
  'mypassword',
  'password1',
  'newPASSWORD',
  'passwort',
  'passwd',
  'pass',
  'userPass',
  'pwd',
  'userpwd',
  'passphrase',
  'passcode',
  'pin',
  'pinCode',
  'cardPin',
  'otp',
  'totp_code',
  'oneTimeCode',
  'one-time-code',
  'verificationCode',
  'securityCode',
  'token',
  'tokens',
  '_token',
  'accessToken',
  'refresh_token',
  'authtoken',
  'idToken',
  'g-recaptcha-token',
  'secret',
  'clientSecret',
  'client_secrets',
  'appsecret',
  'apiKey',
  'api_key',
  'apikey',
  'X-API-KEY',
  'privateKey',
  'accessKey',
  'csrf',
  '_csrf',
  'csrfmiddlewaretoken',
  'XSRF-TOKEN',
  'xsrfToken',
  'cardNumber',
  'card_number',
  'card-no',
  'cardnumber',
  'cc-number',
  'ccnum',
  'creditCard',
  'credit_card_number',
  'debitCard',
  'cvc',
  'CVV',
  'cvv2',
  'cc-csc',
  'iban',
  'IBAN',
  'ssn',
  // Plurals, and what stands behind.
  'cardNumbers',
  'cardNumberInput',
  'creditCards',
  'creditCardNo1',
  'cardCvcNumber',
  'apiKeys',
  'privateKeyPem',
  'secretAccessKeyValue',
  'security_code_2',
  'recoveryCodes',
  // Capitals before small letters.
  'PINcode',
  'CVVcode',
  'PASSWORDhash',
  'CARDnumber',
  // Short, or in use for the same.
  'pw',
  'psw',
  'pswd',
  'userpswd',
  'passkey',
  'jwt',
  'idJWT',
  'bearer',
  'authorization',
  'mfaCode',
  '2fa_code',
  'pincode',
  'pan',
  'card-pan',
  'socialSecurityNumber',
  'accountNumber',
  'account_no',
  // Letters of full width, and a soft hyphen.
  'ｐａｓｓｗｏｒｄ',
  'pass\u00adword',
];

const HARMLESS = [
  'author',
  'authors',
  'authorId',
  'passenger',
  'passengers',
  'passport',
  'compass',
  'tokenizer',
  'tokenized',
  'secretary',
  'secretariat',
  'shipping',
  'spinner',
  'pinned',
  'opinion',
  'pinterest',
  'adoption',
  'optional',
  'card',
  'cardHolder',
  'cardType',
  'discard',
  'keyword',
  'key',
  'keyboard',
  'monkey',
  'title',
  'email',
  'name',
  'number',
  'phoneNumber',
  'postcode',
  'code',
  'countryCode',
  'account',
  'assignee',
  'urban',
  'caliban',
  'company',
  'panel',
  'spanish',
  'power',
  'pwned',
  'bigSpin',
  'docsRfc',
  'authorize',
  'accountant',
  'accountName',
  'cardNote',
  'cardPiano',
  'accessKeyboard',
  'sofaCode',
  '',
  '0',
];

describe('isSecretKey', () => {
  for (const key of SECRET) {
    it(`takes ${key} for a secret`, () => {
      expect(isSecretKey(key)).toBeTrue();
    });
  }

  for (const key of HARMLESS) {
    it(`takes '${key}' for none`, () => {
      expect(isSecretKey(key)).toBeFalse();
    });
  }

  for (const names of [
    ['card', 'number'],
    ['creditCard', 'number'],
    ['cards', 'number'],
    ['cards', 'details', 'number'],
    ['card', 'some', 'more', 'details', 'no'],
    ['api', 'key'],
    ['security', 'code'],
  ]) {
    it(`takes ${names.join('.')} for a secret`, () => {
      expect(isSecretKey(names.at(-1)!)).toBeFalse();
      expect(isSecretKey(...names)).toBeTrue();
    });
  }

  for (const names of [
    ['card', 'holder'],
    ['card', 'type'],
    ['account', 'phone', 'number'],
    ['number', 'card'],
    ['private', 'keynote'],
    ['address', 'country', 'code'],
  ]) {
    it(`takes ${names.join('.')} for none`, () => {
      expect(isSecretKey(...names)).toBeFalse();
    });
  }

  it('knows a secret however its words are put together', () => {
    const secret = fc.constantFrom(['password'], ['access', 'token'], ['card', 'number'], ['csrf']);
    const style = fc.constantFrom<(words: string[]) => string>(
      (words) => words.join('_'),
      (words) => words.join('-'),
      (words) => words.join('_').toUpperCase(),
      (words) => words.join('.'),
      (words) => words.map((word) => `[${word}]`).join(''),
      (words) => words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    );
    const before = fc.array(fc.constantFrom('user', 'billing', 'new', 'old', 'form'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(before, secret, style, (words, last, write) =>
        isSecretKey(write([...words, ...last])),
      ),
    );
  });
});
