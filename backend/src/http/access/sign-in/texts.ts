export interface Texts {
  language: string;
  title: string;
  explain: string;
  token: string;
  button: string;
  again: string;
  /** What went wrong, by HTTP status, where it is to be said in other words than the API's. */
  problems: Partial<Record<number, string>>;
  /** Before the name of whoever is signed in. */
  signedInAs: string;
  signOut: string;
}

const ENGLISH: Texts = {
  language: 'en',
  title: 'Churnwatch',
  explain: 'To sign in, paste the token that you were given by whoever runs this server.',
  token: 'Token',
  button: 'Sign in',
  again: 'Try again.',
  problems: {},
  signedInAs: 'You are signed in as',
  signOut: 'Sign out',
};

const PORTUGUESE: Texts = {
  language: 'pt-BR',
  title: 'Churnwatch',
  explain: 'Para entrar, cole o token que você recebeu de quem administra este servidor.',
  token: 'Token',
  button: 'Entrar',
  again: 'Tente novamente.',
  problems: {
    401: 'Este token não é válido: foi digitado errado, expirou ou foi revogado. Peça um a quem administra este servidor.',
    429: 'Muitos tokens errados vieram daqui. Espere um minuto.',
    503: 'No momento não é possível verificar tokens; o log do Churnwatch diz por quê.',
  },
  signedInAs: 'Você entrou como',
  signOut: 'Sair',
};

/** The page's texts in the first language that a browser asks for, as far as there are any. */
export function textsFor(acceptLanguage: string | undefined): Texts {
  return /^\s*pt\b/i.test(acceptLanguage ?? '') ? PORTUGUESE : ENGLISH;
}
