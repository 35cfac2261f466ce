import type { Sentences } from "./en"

// Text messages use only letters that GSM-7 has: no á, í, ó, ú; hence "clave" and not "código".
export const es: Sentences = {
  "duration.minutes": "{minutes, plural, one {# minuto} other {# minutos}}",
  "duration.hours": "{hours, plural, one {# hora} other {# horas}}",
  "place.shop": "en {shop_host}",
  "place.unnamed": "en nuestra tienda",
  greeting: "Hola:",
  "link.copy": "¿No funciona el botón? Copie este enlace:",
  "footer.entered":
    "Mensaje automático, enviado porque esta dirección se introdujo {place}.",
  "footer.account":
    "Mensaje automático, enviado porque esta dirección es la de una cuenta {place}.",
  "footer.former":
    "Mensaje automático, enviado porque esta dirección era la de una cuenta {place}.",

  "code.expiry": "Caduca en {duration} y solo sirve una vez.",
  "code.secrecy":
    "No comparta nunca este código: nadie de nuestra tienda se lo pedirá.",
  "code.sms.expiry": "Caduca en {duration}.",
  "code.sms.secrecy": "No la comparta con nadie.",

  "verification.subject": "Su código de verificación",
  "verification.purpose":
    "Introduzca este código {place} para confirmar que es usted.",
  "verification.repudiation":
    "¿No ha pedido ningún código? Ignore este mensaje: sin el código no ocurre nada.",
  "verification.sms": "{code} es su clave para verificar su contacto.",
  "verification.sms.shop":
    "{code} es su clave para verificar su contacto en {shop_host}.",

  "login.subject": "Su código de acceso",
  "login.purpose": "Introduzca este código {place} para iniciar sesión.",
  "login.repudiation":
    "¿No ha intentado iniciar sesión? Ignore este mensaje: sin el código no entra nadie.",
  "login.sms": "{code} es su clave de acceso.",
  "login.sms.shop": "{code} es su clave de acceso para {shop_host}.",

  "account_deletion_request.subject": "Confirme la eliminación de su cuenta",
  "account_deletion_request.purpose":
    "Introduzca este código {place} para eliminar su cuenta.",
  "account_deletion_request.repudiation":
    "¿No lo ha pedido usted? Entonces otra persona ha entrado en su cuenta: no comparta el código y cambie su contraseña.",
  "account_deletion_request.sms": "{code} es su clave para eliminar su cuenta.",
  "account_deletion_request.sms.shop":
    "{code} es su clave para eliminar su cuenta en {shop_host}.",

  "account_deletion_cancel.subject": "Conserve su cuenta",
  "account_deletion_cancel.purpose":
    "Introduzca este código {place} para cancelar la eliminación de su cuenta.",
  "account_deletion_cancel.repudiation":
    "¿No ha pedido ningún código? Ignore este mensaje: sin el código, la eliminación sigue en pie.",
  "account_deletion_cancel.sms": "{code} es su clave para conservar su cuenta.",
  "account_deletion_cancel.sms.shop":
    "{code} es su clave para conservar su cuenta en {shop_host}.",

  "password_reset.subject": "Restablezca su contraseña",
  "password_reset.heading": "Elegir una contraseña nueva",
  "password_reset.purpose":
    "Alguien ha pedido una contraseña nueva para su cuenta {place}.",
  "password_reset.invitation": "Si ha sido usted, use este enlace:",
  "password_reset.button": "Elegir una contraseña nueva",
  "password_reset.expiry": "Caduca en {duration} y solo sirve una vez.",
  "password_reset.repudiation":
    "¿No lo ha pedido usted? Ignore este mensaje: su contraseña no cambia.",

  "contact_changed.subject":
    "Se ha cambiado su {contact, select, phone {número de teléfono} other {dirección de correo electrónico}}",
  "contact_changed.change":
    "{contact, select, phone {El número de teléfono} other {La dirección de correo electrónico}} de su cuenta {place} ha cambiado a {masked_value}.",
  "contact_changed.advice":
    "¿No ha sido usted? Entonces otra persona puede usar su cuenta: póngase en contacto con la tienda de inmediato. Si aún puede iniciar sesión, cambie también su contraseña.",
  "contact_changed.undo":
    "¿No ha sido usted? Entonces otra persona puede usar su cuenta. Este enlace {own, select, yes {restablece su dirección} other {deshace el cambio}}, cierra todas las sesiones y anula la contraseña; después elija una nueva. Solo sirve una vez, en un plazo de {duration}:",
  "contact_changed.button": "Deshacer el cambio",
  "contact_changed.calm": "¿Ha sido usted? Entonces no tiene que hacer nada.",
  "contact_changed.sms":
    "Su {contact, select, phone {teléfono} other {e-mail}} ha cambiado a {masked_value}.",
  "contact_changed.sms.shop":
    "Su {contact, select, phone {teléfono} other {e-mail}} en {shop_host} ha cambiado a {masked_value}.",
  "contact_changed.sms.unnamed":
    "Su {contact, select, phone {teléfono} other {e-mail}} ha cambiado.",
  "contact_changed.sms.short":
    "{contact, select, phone {Teléfono} other {E-mail}} cambiado.",
  "contact_changed.sms.advice": "¿No ha sido usted? Contacte ya con la tienda.",
  "contact_changed.sms.password": "Luego cambie su contraseña.",
  "contact_changed.sms.undo": "¿No ha sido usted? Deshacer: {undo_url}",
  "contact_changed.sms.undo_short": "Deshacer: {undo_url}",

  "contact_added.subject":
    "Se ha añadido {contact, select, phone {un número de teléfono} other {una dirección de correo electrónico}} a su cuenta",
  "contact_added.change":
    "Se ha añadido {contact, select, phone {el número de teléfono} other {la dirección de correo electrónico}} {masked_value} a su cuenta {place}.",
  "contact_added.sms":
    "Se ha añadido el {contact, select, phone {teléfono} other {e-mail}} {masked_value} a su cuenta.",
  "contact_added.sms.shop":
    "Se ha añadido el {contact, select, phone {teléfono} other {e-mail}} {masked_value} a su cuenta en {shop_host}.",
  "contact_added.sms.unnamed":
    "Se ha añadido un {contact, select, phone {teléfono} other {e-mail}} a su cuenta.",
  "contact_added.sms.short":
    "{contact, select, phone {Teléfono} other {E-mail}} añadido.",

  "contact_restored.subject":
    "Su dirección de correo electrónico se ha quitado de una cuenta",
  "contact_restored.change":
    "El titular de una cuenta {place} ha deshecho el cambio a esta dirección de correo electrónico.",
  "contact_restored.effect": "Esta dirección ya no da acceso a la cuenta.",
  "contact_restored.calm": "¿Es un error? Póngase en contacto con la tienda.",
  "contact_restored.sms":
    "La cuenta {place} ya no es de este teléfono: su titular ha deshecho el cambio. ¿Es un error? Contacte con la tienda.",
  "contact_restored.sms.short":
    "Una cuenta ya no es de este teléfono: su titular ha deshecho el cambio.",

  "contact_taken_off.subject":
    "Se ha quitado {contact, select, phone {el número de teléfono} other {la dirección de correo electrónico}} de su cuenta",
  "contact_taken_off.change":
    "En su cuenta {place} figuraba {contact, select, phone {el número de teléfono} other {la dirección de correo electrónico}} {masked_value}, sin verificar. Ahora otra persona ha demostrado que es {contact, select, phone {suyo} other {suya}}, por lo que ya no figura en su cuenta.",
  "contact_taken_off.advice":
    "{contact, select, phone {¿El número es suyo} other {¿La dirección es suya}}? Entonces solo usted puede haber leído el código que se envió allí: póngase en contacto con la tienda. Si no, indique {contact, select, phone {otro número de teléfono} other {otra dirección de correo electrónico}} en su cuenta y verifique que es {contact, select, phone {suyo} other {suya}}.",
  "contact_taken_off.sms":
    "El {contact, select, phone {teléfono} other {e-mail}} {masked_value} ya no figura en su cuenta: otra persona lo ha verificado.",
  "contact_taken_off.sms.shop":
    "El {contact, select, phone {teléfono} other {e-mail}} {masked_value} ya no figura en su cuenta en {shop_host}: otra persona lo ha verificado.",
  "contact_taken_off.sms.short":
    "Un contacto ya no figura en su cuenta: otra persona lo ha verificado.",

  "account_deletion.when":
    "el {scheduled_at, date, long} a las {scheduled_at, time, short} UTC",
  "account_deletion.sms.when":
    "el {scheduled_at, date, short} a las {scheduled_at, time, short} UTC",
  "account_deletion.soon": "en breve",
  "account_deletion_confirmed.subject": "Su cuenta se eliminará",
  "account_deletion_confirmed.notice":
    "Su cuenta {place} se eliminará {when}. Hasta entonces puede seguir iniciando sesión.",
  "account_deletion_confirmed.advice":
    "¿Ha cambiado de opinión o no ha sido usted? Cancele la eliminación en la tienda antes de esa fecha: recibirá un código en esta dirección y no tendrá que iniciar sesión.",
  "account_deletion_confirmed.sms":
    "Su cuenta {place} se va a eliminar {when}. ¿No ha sido usted o prefiere conservarla? Cancele en la tienda.",
  "account_deletion_confirmed.sms.short": "Su cuenta se va a eliminar {when}.",
  "account_deletion_cancelled.subject": "Su cuenta se conserva",
  "account_deletion_cancelled.notice":
    "Se ha cancelado la eliminación de su cuenta {place}. Todo sigue como antes.",
  "account_deletion_cancelled.advice":
    "¿No ha sido usted? Póngase en contacto con la tienda: otra persona puede leer sus mensajes.",
  "account_deletion_cancelled.sms":
    "Su cuenta {place} no se va a eliminar: se ha cancelado. Todo sigue como antes.",
  "account_deletion_cancelled.sms.short": "Su cuenta no se va a eliminar.",
  "account_deletion_completed.subject": "Su cuenta se ha eliminado",
  "account_deletion_completed.notice":
    "Su cuenta {place} se ha eliminado, como usted pidió. Sus pedidos permanecen en la contabilidad de la tienda, como exige la ley.",
  "account_deletion_completed.advice":
    "Puede volver a registrarse cuando quiera, con el mismo contacto.",
  "account_deletion_completed.sms":
    "Su cuenta {place} se ha eliminado, como nos ha pedido.",
  "account_deletion_completed.sms.short": "Su cuenta se ha eliminado.",
}
