import { onSignedOut, openSession } from './api'
import type { Account, Role } from './contract'

/** The page each role works on; administrators have none yet. */
export function pageOf(role: Role): '/desk.html' | '/phone.html' | null {
  switch (role) {
    case 'operator':
    case 'duty-leader':
      return '/desk.html'
    case 'caregiver':
      return '/phone.html'
    case 'admin':
      return null
  }
}

export function toSignIn(): void {
  location.replace(`/index.html?return=${encodeURIComponent(location.pathname)}`)
}

/** Where to go after sign-in. Only our own pages, and only the one this role works on: the address bar is not trusted. */
export function afterSignIn(role: Role, asked: string | null): string | null {
  const own = pageOf(role)
  return asked === own ? asked : own
}

/** Lets a page start: somebody is signed in, has changed the one-time password and works here. Else the page moves on. */
export async function enter(): Promise<Account | null> {
  onSignedOut(toSignIn)
  const { account } = await openSession()
  if (account.mustChangePassword || pageOf(account.role) !== location.pathname) {
    toSignIn()
    return null
  }
  return account
}
