import type { Sentences } from "./en"

// Text messages use only letters that GSM-7 has: no â, ê, î, ô, û, ç, and no typographic apostrophe.
export const fr: Sentences = {
  "duration.minutes": "{minutes, plural, one {# minute} other {# minutes}}",
  "duration.hours": "{hours, plural, one {# heure} other {# heures}}",
  "place.shop": "sur {shop_host}",
  "place.unnamed": "dans notre boutique",
  greeting: "Bonjour,",
  "link.copy": "Le bouton ne fonctionne pas ? Copiez ce lien :",
  "footer.entered":
    "Message automatique, envoyé parce que cette adresse a été saisie {place}.",
  "footer.account":
    "Message automatique, envoyé parce que cette adresse est celle d’un compte {place}.",
  "footer.former":
    "Message automatique, envoyé parce que cette adresse était celle d’un compte {place}.",

  "code.expiry": "Il expire dans {duration} et ne sert qu’une fois.",
  "code.secrecy":
    "Ne communiquez jamais ce code : personne de notre boutique ne vous le demandera.",
  "code.sms.expiry": "Il expire dans {duration}.",
  "code.sms.secrecy": "Ne le donnez à personne.",

  "verification.subject": "Votre code de vérification",
  "verification.purpose":
    "Saisissez ce code {place} pour confirmer votre identité.",
  "verification.repudiation":
    "Vous n’avez pas demandé de code ? Ignorez ce message : sans le code, rien ne se passe.",
  "verification.sms": "{code} est votre code de vérification.",
  "verification.sms.shop":
    "{code} est votre code de vérification pour {shop_host}.",

  "login.subject": "Votre code de connexion",
  "login.purpose": "Saisissez ce code {place} pour vous connecter.",
  "login.repudiation":
    "Vous n’avez pas essayé de vous connecter ? Ignorez ce message : sans le code, personne ne peut entrer.",
  "login.sms": "{code} est votre code de connexion.",
  "login.sms.shop": "{code} est votre code de connexion pour {shop_host}.",

  "account_deletion_request.subject":
    "Confirmez la suppression de votre compte",
  "account_deletion_request.purpose":
    "Saisissez ce code {place} pour supprimer votre compte.",
  "account_deletion_request.repudiation":
    "Vous n’avez rien demandé ? Quelqu’un d’autre est alors connecté à votre compte : gardez ce code pour vous et changez votre mot de passe.",
  "account_deletion_request.sms":
    "{code} est votre code pour supprimer votre compte.",
  "account_deletion_request.sms.shop":
    "{code} est votre code pour supprimer votre compte sur {shop_host}.",

  "account_deletion_cancel.subject": "Conservez votre compte",
  "account_deletion_cancel.purpose":
    "Saisissez ce code {place} pour annuler la suppression de votre compte.",
  "account_deletion_cancel.repudiation":
    "Vous n’avez pas demandé de code ? Ignorez ce message : sans le code, la suppression suit son cours.",
  "account_deletion_cancel.sms":
    "{code} est votre code pour conserver votre compte.",
  "account_deletion_cancel.sms.shop":
    "{code} est votre code pour conserver votre compte sur {shop_host}.",

  "password_reset.subject": "Réinitialisez votre mot de passe",
  "password_reset.heading": "Choisir un nouveau mot de passe",
  "password_reset.purpose":
    "Un nouveau mot de passe a été demandé pour votre compte {place}.",
  "password_reset.invitation":
    "Si cette demande vient de vous, utilisez ce lien :",
  "password_reset.button": "Choisir un nouveau mot de passe",
  "password_reset.expiry": "Il expire dans {duration} et ne sert qu’une fois.",
  "password_reset.repudiation":
    "Vous n’avez rien demandé ? Ignorez ce message : votre mot de passe reste inchangé.",

  "contact_changed.subject":
    "Votre {contact, select, phone {numéro de téléphone} other {adresse e-mail}} a changé",
  "contact_changed.change":
    "{contact, select, phone {Le numéro de téléphone} other {L’adresse e-mail}} de votre compte {place} a été {contact, select, phone {remplacé} other {remplacée}} par {masked_value}.",
  "contact_changed.advice":
    "Ce n’était pas vous ? Quelqu’un d’autre peut alors utiliser votre compte : contactez la boutique sans attendre. Si vous pouvez encore vous connecter, changez aussi votre mot de passe.",
  "contact_changed.undo":
    "Ce n’était pas vous ? Quelqu’un d’autre peut alors utiliser votre compte. Ce lien {own, select, yes {rétablit votre adresse} other {annule la modification}}, met fin à toutes les connexions et invalide le mot de passe ; choisissez-en ensuite un nouveau. Il ne sert qu’une fois, dans un délai de {duration} :",
  "contact_changed.button": "Annuler la modification",
  "contact_changed.calm": "C’était vous ? Vous n’avez rien à faire.",
  "contact_changed.sms":
    "Votre {contact, select, phone {numéro} other {e-mail}} a été remplacé par {masked_value}.",
  "contact_changed.sms.shop":
    "Votre {contact, select, phone {numéro} other {e-mail}} sur {shop_host} a été remplacé par {masked_value}.",
  "contact_changed.sms.unnamed":
    "Votre {contact, select, phone {numéro} other {e-mail}} a été remplacé.",
  "contact_changed.sms.short":
    "{contact, select, phone {Numéro} other {E-mail}} modifié.",
  "contact_changed.sms.advice": "Pas vous ? Contactez vite la boutique.",
  "contact_changed.sms.password": "Puis changez de mot de passe.",
  "contact_changed.sms.undo": "Pas vous ? Annulez : {undo_url}",
  "contact_changed.sms.undo_short": "Annuler : {undo_url}",

  "contact_added.subject":
    "{contact, select, phone {Un numéro de téléphone a été ajouté} other {Une adresse e-mail a été ajoutée}} à votre compte",
  "contact_added.change":
    "{contact, select, phone {Le numéro de téléphone} other {L’adresse e-mail}} {masked_value} a été {contact, select, phone {ajouté} other {ajoutée}} à votre compte {place}.",
  "contact_added.sms":
    "{contact, select, phone {Le numéro} other {Un e-mail}} {masked_value} a été ajouté à votre compte.",
  "contact_added.sms.shop":
    "{contact, select, phone {Le numéro} other {Un e-mail}} {masked_value} a été ajouté à votre compte sur {shop_host}.",
  "contact_added.sms.unnamed":
    "Un {contact, select, phone {numéro} other {e-mail}} a été ajouté à votre compte.",
  "contact_added.sms.short":
    "{contact, select, phone {Numéro} other {E-mail}} ajouté.",

  "contact_restored.subject": "Votre adresse e-mail a été retirée d’un compte",
  "contact_restored.change":
    "Un compte {place} avait été associé à cette adresse e-mail ; son titulaire a annulé cette modification.",
  "contact_restored.effect": "Cette adresse ne donne plus accès à ce compte.",
  "contact_restored.calm": "Est-ce une erreur ? Contactez la boutique.",
  "contact_restored.sms":
    "Le compte {place} n'est plus lié à ce numéro : son titulaire a annulé la modification. Une erreur ? Contactez la boutique.",
  "contact_restored.sms.short":
    "Un compte n'est plus lié à ce numéro : modification annulée.",

  "contact_taken_off.subject":
    "{contact, select, phone {Le numéro de téléphone} other {L’adresse e-mail}} de votre compte a été {contact, select, phone {retiré} other {retirée}}",
  "contact_taken_off.change":
    "Votre compte {place} indiquait {contact, select, phone {le numéro de téléphone} other {l’adresse e-mail}} {masked_value}, sans vérification de votre part. Quelqu’un d’autre l’a vérifié{contact, select, phone {} other {e}} depuis ; votre compte ne l’indique donc plus.",
  "contact_taken_off.advice":
    "{contact, select, phone {Ce numéro est le vôtre} other {Cette adresse est la vôtre}} ? Vous seul pouvez alors avoir lu le code qui y a été envoyé : contactez la boutique. Sinon, indiquez {contact, select, phone {un autre numéro de téléphone} other {une autre adresse e-mail}} dans votre compte et vérifiez-{contact, select, phone {le} other {la}}.",
  "contact_taken_off.sms":
    "{contact, select, phone {Le numéro} other {L'e-mail}} {masked_value} a été retiré de votre compte : une autre personne l'a vérifié.",
  "contact_taken_off.sms.shop":
    "{contact, select, phone {Le numéro} other {L'e-mail}} {masked_value} a été retiré de votre compte sur {shop_host} : une autre personne l'a vérifié.",
  "contact_taken_off.sms.short":
    "Un contact a été retiré de votre compte : une autre personne l'a vérifié.",

  "account_deletion.when":
    "le {scheduled_at, date, long} à {scheduled_at, time, short} UTC",
  "account_deletion.sms.when":
    "le {scheduled_at, date, short} à {scheduled_at, time, short} UTC",
  "account_deletion.soon": "prochainement",
  "account_deletion_confirmed.subject": "Votre compte va être supprimé",
  "account_deletion_confirmed.notice":
    "Votre compte {place} sera supprimé {when}. D’ici là, vous pouvez encore vous connecter.",
  "account_deletion_confirmed.advice":
    "Vous avez changé d’avis, ou ce n’était pas vous ? Annulez la suppression dans la boutique avant cette date : vous recevrez un code à cette adresse, sans avoir à vous connecter.",
  "account_deletion_confirmed.sms":
    "Votre compte {place} sera supprimé {when}. Pas vous, ou changé d'avis ? Annulez dans la boutique.",
  "account_deletion_confirmed.sms.short": "Votre compte sera supprimé {when}.",
  "account_deletion_cancelled.subject": "Votre compte est conservé",
  "account_deletion_cancelled.notice":
    "La suppression de votre compte {place} a été annulée. Tout reste comme avant.",
  "account_deletion_cancelled.advice":
    "Ce n’était pas vous ? Contactez la boutique : quelqu’un d’autre peut lire vos messages.",
  "account_deletion_cancelled.sms":
    "La suppression de votre compte {place} a été annulée. Tout reste comme avant.",
  "account_deletion_cancelled.sms.short":
    "La suppression de votre compte a été annulée.",
  "account_deletion_completed.subject": "Votre compte a été supprimé",
  "account_deletion_completed.notice":
    "Votre compte {place} a été supprimé, comme vous l’avez demandé. Vos commandes restent dans la comptabilité de la boutique, comme la loi l’exige.",
  "account_deletion_completed.advice":
    "Vous pouvez vous inscrire à nouveau à tout moment, avec le même contact.",
  "account_deletion_completed.sms":
    "Votre compte {place} a été supprimé, comme vous l'avez demandé.",
  "account_deletion_completed.sms.short": "Votre compte a été supprimé.",
}
