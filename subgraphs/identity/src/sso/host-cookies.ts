import type { IncomingMessage, ServerResponse } from "node:http";
import { cookieName } from "@campus-graph/kit/auth/session-cookie";
import type Provider from "oidc-provider";

/** The provider's cookies by what they are for; on https under the prefix that browsers hold to this host. */
export function providerCookies(publicUrl: string) {
  return {
    session: cookieName(publicUrl, "campus_session"),
    interaction: cookieName(publicUrl, "campus_sign_in"),
    resume: cookieName(publicUrl, "campus_sign_in_resume"),
  };
}

type Cookies = ReturnType<Provider["createContext"]>["cookies"];

/**
 * A sibling host can plant cookies for all of the domain, but none under `__Host-`, which a browser takes with `Path=/`
 * alone. The provider ties the cookies of each sign-in to its own page by their paths; here their names do so instead,
 * and several sign-ins can be under way in one browser as before. Else a sibling could have a browser go on with a
 * sign-in of its own, and its user would pay and apply in the planter's account.
 */
export function bindCookiesToHost(provider: Provider, publicUrl: string): void {
  if (!publicUrl.startsWith("https:")) return;
  const { interaction, resume } = providerCookies(publicUrl);
  const createContext = provider.createContext.bind(provider);
  provider.createContext = (request: IncomingMessage, response: ServerResponse) => {
    const context = createContext(request, response);
    const cookies = context.cookies;
    const own = lastSegment(context.path);
    const tied: Cookies = Object.create(cookies, {
      get: {
        value(name: string, options: Parameters<Cookies["get"]>[1]) {
          const isOfOneSignIn = name === interaction || name === resume;
          return cookies.get.call(tied, isOfOneSignIn ? `${name}-${own}` : name, options);
        },
      },
      set: {
        value(name: string, value: string | null, options: Parameters<Cookies["set"]>[2]) {
          const { path = "/" } = options ?? {};
          const uid = path === "/" ? "" : `-${lastSegment(path)}`;
          cookies.set.call(tied, `${name}${uid}`, value, { ...options, path: "/" });
          // The sign-in is over: its page is of no use any more either.
          if (name === resume && value === null)
            cookies.set.call(tied, `${interaction}${uid}`, null, { ...options, path: "/" });
          return tied;
        },
      },
    });
    context.cookies = tied;
    return context;
  };
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
