import type { Sentences } from "./en"

// Text messages use only letters that GSM-7 has (é, à): no ã, õ, ç, ê, á, í, ó, ú; hence "PIN" and not "código".
export const pt: Sentences = {
  "duration.minutes": "{minutes, plural, one {# minuto} other {# minutos}}",
  "duration.hours": "{hours, plural, one {# hora} other {# horas}}",
  "place.shop": "em {shop_host}",
  "place.unnamed": "na nossa loja",
  greeting: "Olá,",
  "link.copy": "O botão não funciona? Copie este link:",
  "footer.entered":
    "Mensagem automática, enviada porque este endereço foi informado {place}.",
  "footer.account":
    "Mensagem automática, enviada porque este endereço é o de uma conta {place}.",
  "footer.former":
    "Mensagem automática, enviada porque este endereço era o de uma conta {place}.",

  "code.expiry": "Ele expira em {duration} e só funciona uma vez.",
  "code.secrecy":
    "Nunca compartilhe este código: ninguém da nossa loja vai pedi-lo.",
  "code.sms.expiry": "Expira em {duration}.",
  "code.sms.secrecy": "Nunca o compartilhe.",

  "verification.subject": "Seu código de verificação",
  "verification.purpose":
    "Digite este código {place} para confirmar que é você.",
  "verification.repudiation":
    "Não pediu um código? Ignore esta mensagem: sem o código, nada acontece.",
  "verification.sms": "{code} é o seu PIN para verificar o contato.",
  "verification.sms.shop":
    "{code} é o seu PIN para verificar o contato em {shop_host}.",

  "login.subject": "Seu código de acesso",
  "login.purpose": "Digite este código {place} para entrar na sua conta.",
  "login.repudiation":
    "Não tentou entrar na sua conta? Ignore esta mensagem: sem o código, ninguém entra.",
  "login.sms": "{code} é o seu PIN de acesso.",
  "login.sms.shop": "{code} é o seu PIN de acesso a {shop_host}.",

  "account_deletion_request.subject": "Confirme a exclusão da sua conta",
  "account_deletion_request.purpose":
    "Digite este código {place} para excluir a sua conta.",
  "account_deletion_request.repudiation":
    "Não foi você que pediu? Então outra pessoa está usando a sua conta: não compartilhe o código e troque a sua senha.",
  "account_deletion_request.sms": "{code} é o seu PIN para excluir a conta.",
  "account_deletion_request.sms.shop":
    "{code} é o seu PIN para excluir a sua conta em {shop_host}.",

  "account_deletion_cancel.subject": "Mantenha a sua conta",
  "account_deletion_cancel.purpose":
    "Digite este código {place} para cancelar a exclusão da sua conta.",
  "account_deletion_cancel.repudiation":
    "Não pediu um código? Ignore esta mensagem: sem o código, a exclusão continua marcada.",
  "account_deletion_cancel.sms": "{code} é o seu PIN para manter a conta.",
  "account_deletion_cancel.sms.shop":
    "{code} é o seu PIN para manter a sua conta em {shop_host}.",

  "password_reset.subject": "Redefina a sua senha",
  "password_reset.heading": "Criar uma nova senha",
  "password_reset.purpose":
    "Alguém pediu uma nova senha para a sua conta {place}.",
  "password_reset.invitation": "Se foi você, use este link:",
  "password_reset.button": "Criar uma nova senha",
  "password_reset.expiry": "Ele expira em {duration} e só funciona uma vez.",
  "password_reset.repudiation":
    "Não foi você que pediu? Ignore esta mensagem: a sua senha continua a mesma.",

  "contact_changed.subject":
    "O seu {contact, select, phone {número de telefone} other {endereço de e-mail}} foi alterado",
  "contact_changed.change":
    "O {contact, select, phone {número de telefone} other {endereço de e-mail}} da sua conta {place} foi alterado para {masked_value}.",
  "contact_changed.advice":
    "Não foi você? Então outra pessoa pode usar a sua conta: entre em contato com a loja imediatamente. Se ainda conseguir entrar, troque também a sua senha.",
  "contact_changed.undo":
    "Não foi você? Então outra pessoa pode usar a sua conta. Este link {own, select, yes {restaura o seu endereço} other {desfaz a alteração}}, encerra todas as sessões e invalida a senha; depois, crie uma nova. Ele só funciona uma vez, no prazo de {duration}:",
  "contact_changed.button": "Desfazer a alteração",
  "contact_changed.calm": "Foi você? Então não precisa fazer nada.",
  "contact_changed.sms":
    "O seu {contact, select, phone {telefone} other {e-mail}} foi alterado para {masked_value}.",
  "contact_changed.sms.shop":
    "O seu {contact, select, phone {telefone} other {e-mail}} em {shop_host} foi alterado para {masked_value}.",
  "contact_changed.sms.unnamed":
    "O seu {contact, select, phone {telefone} other {e-mail}} foi alterado.",
  "contact_changed.sms.short":
    "{contact, select, phone {Telefone} other {E-mail}} alterado.",
  "contact_changed.sms.advice": "Nunca pediu isso? Contate a loja.",
  "contact_changed.sms.password": "Depois crie uma nova senha.",
  "contact_changed.sms.undo": "Nunca pediu isso? Desfazer: {undo_url}",
  "contact_changed.sms.undo_short": "Desfazer: {undo_url}",

  "contact_added.subject":
    "Um {contact, select, phone {número de telefone} other {endereço de e-mail}} foi adicionado à sua conta",
  "contact_added.change":
    "O {contact, select, phone {número de telefone} other {endereço de e-mail}} {masked_value} foi adicionado à sua conta {place}.",
  "contact_added.sms":
    "O {contact, select, phone {telefone} other {e-mail}} {masked_value} foi adicionado à sua conta.",
  "contact_added.sms.shop":
    "O {contact, select, phone {telefone} other {e-mail}} {masked_value} foi adicionado à sua conta em {shop_host}.",
  "contact_added.sms.unnamed":
    "Um {contact, select, phone {telefone} other {e-mail}} foi adicionado à sua conta.",
  "contact_added.sms.short":
    "{contact, select, phone {Telefone} other {E-mail}} adicionado.",

  "contact_restored.subject":
    "O seu endereço de e-mail foi removido de uma conta",
  "contact_restored.change":
    "O titular de uma conta {place} desfez a alteração para este endereço de e-mail.",
  "contact_restored.effect": "Este endereço não dá mais acesso à conta.",
  "contact_restored.calm": "Foi um engano? Entre em contato com a loja.",
  "contact_restored.sms":
    "A conta {place} deixou de usar este telefone: o titular desfez a troca. Foi um engano? Contate a loja.",
  "contact_restored.sms.short":
    "Uma conta deixou de usar este telefone: o titular desfez a troca.",

  "contact_taken_off.subject":
    "O {contact, select, phone {número de telefone} other {endereço de e-mail}} da sua conta foi removido",
  "contact_taken_off.change":
    "A sua conta {place} indicava o {contact, select, phone {número de telefone} other {endereço de e-mail}} {masked_value}, que você não tinha verificado. Outra pessoa já o verificou, por isso ele não está mais na sua conta.",
  "contact_taken_off.advice":
    "Ele é seu? Então só você pode ter lido o código enviado para lá: entre em contato com a loja. Se não, informe outro {contact, select, phone {número de telefone} other {endereço de e-mail}} na sua conta e verifique-o.",
  "contact_taken_off.sms":
    "O {contact, select, phone {telefone} other {e-mail}} {masked_value} foi removido da sua conta: outra pessoa o verificou.",
  "contact_taken_off.sms.shop":
    "O {contact, select, phone {telefone} other {e-mail}} {masked_value} foi removido da sua conta em {shop_host}: outra pessoa o verificou.",
  "contact_taken_off.sms.short":
    "Um contato foi removido da sua conta: outra pessoa o verificou.",

  "account_deletion.when":
    "em {scheduled_at, date, long} às {scheduled_at, time, short} UTC",
  "account_deletion.sms.when":
    "em {scheduled_at, date, short}, {scheduled_at, time, short} UTC",
  "account_deletion.soon": "em breve",
  "account_deletion_confirmed.subject": "A sua conta será excluída",
  "account_deletion_confirmed.notice":
    "A sua conta {place} será excluída {when}. Até lá, você ainda pode entrar.",
  "account_deletion_confirmed.advice":
    "Mudou de ideia ou não foi você? Cancele a exclusão na loja antes dessa data: você receberá um código neste endereço e não precisará entrar na conta.",
  "account_deletion_confirmed.sms":
    "A sua conta {place} vai ser apagada {when}. Nunca pediu isso, ou mudou de ideia? Cancele na loja.",
  "account_deletion_confirmed.sms.short": "A sua conta vai ser apagada {when}.",
  "account_deletion_cancelled.subject": "A sua conta foi mantida",
  "account_deletion_cancelled.notice":
    "A exclusão da sua conta {place} foi cancelada. Tudo continua como antes.",
  "account_deletion_cancelled.advice":
    "Não foi você? Entre em contato com a loja: outra pessoa pode ler as suas mensagens.",
  "account_deletion_cancelled.sms":
    "A sua conta {place} foi mantida: o pedido para a apagar foi cancelado.",
  "account_deletion_cancelled.sms.short": "A sua conta foi mantida.",
  "account_deletion_completed.subject": "A sua conta foi excluída",
  "account_deletion_completed.notice":
    "A sua conta {place} foi excluída, como você pediu. Os seus pedidos permanecem na contabilidade da loja, como a lei exige.",
  "account_deletion_completed.advice":
    "Você pode se cadastrar de novo quando quiser, com o mesmo contato.",
  "account_deletion_completed.sms":
    "A sua conta {place} foi apagada, como nos pediu.",
  "account_deletion_completed.sms.short": "A sua conta foi apagada.",
}
