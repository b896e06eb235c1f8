/** What one may be written about. */
export const deliveryKinds = ["BINDING", "BILLS", "REVIEWS"] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

export const deliveryChannels = ["EMAIL", "SMS", "PUSH"] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

/** A person's choice of one kind. */
export interface DeliveryPreference {
  kind: DeliveryKind;
  wanted: Readonly<Record<DeliveryChannel, boolean>>;
}

/**
 * What holds until a person says otherwise. A bill is told in the app, and mailed to who asks for that: a term's bills
 * are as many as a city has children. A text message costs, so nobody gets one unasked. A push comes to
 * who has switched that on in a browser, and so asked for it.
 */
export const usualChoice: Readonly<Record<DeliveryKind, Readonly<Record<DeliveryChannel, boolean>>>> = {
  BINDING: { EMAIL: true, SMS: false, PUSH: true },
  BILLS: { EMAIL: false, SMS: false, PUSH: true },
  REVIEWS: { EMAIL: true, SMS: false, PUSH: false },
};
