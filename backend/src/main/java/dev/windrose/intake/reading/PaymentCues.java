package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Money that has come in and bills that have gone out: a thing and what has happened to it, in five languages and more. */
final class PaymentCues {

    private static final String MONEY =
            "money|payments?|cheque|check|funds|(?:bank |wire )?transfer|wire|remittance|cash|geld|zahlung|uberweisung|scheck|virement|"
                    + "paiement|reglement|argent|cheque|transferencia|pago|dinero|plata|pagamento|dinheiro|deposito|boleto|pix|grana|"
                    + "bonifico|betaling|betalning|innbetaling\\w*|utr";
    private static final String CAME =
            "in(?= ?(?:$|[,.;!&+)]|(?:and|since|today|now|from|yesterday|already)\\b))|is in|came in|come in|arrived|landed|cleared|"
                    + "received|credited|banked|came through|turned up|hit (?:my|our|the) (?:bank|account)|"
                    + "(?:on|in|into) (?:our|the) (?:bank )?account|da(?= ?(?:$|[,.;!)]))|drauf|eingegangen|angekommen|gutgeschrieben|"
                    + "auf (?:dem|unserem) konto|arrivee?|recue?|tombee?|encaissee?|creditee?|sur (?:le|notre) compte|llego|llegaron|"
                    + "entro|cayo|ingresad[oa]|acreditad[oa]|en (?:la|nuestra) cuenta|caiu|entrou|chegou|compensou|compensad[oa]|"
                    + "na (?:nossa )?conta|arrivato|incassato|binnen|kommet|inne";
    private static final String BILL =
            "invoices?|inv|bills?|rechnung\\w*|factures?|facturas?|faturas?|nota fiscal|nfe?|fattura|factuur|faktura\\w*|regning\\w*";
    private static final String DUE =
            BILL + "|dues|arrears|balance|account|outstanding(?: \\w+)?|overdue(?: \\w+)?|the lot|"
                    + "ruckstand\\w*|schulden?|aussenstande|soldes?|arrieres?|impayes?|deuda|saldo|adeudado|atrasad[oa]s?|atraso|"
                    + "pendiente|boletos?|contas?|divida|em aberto|openstaande\\w*";
    private static final String AUX =
            "(?:(?:has|have|is|are|was|were|been|fully|now|also|since|all|already|finally|just|wurden?|ist|sind|schon|jetzt|auch|"
                    + "inzwischen|est|sont|a|ont|ete|bien|enfin|fue|fueron|esta|estan|ha|han|sido|ya|foi|foram|ja|e|er|intussen) ){0,4}";
    private static final String SETTLED =
            "settled|paid|cleared|squared|beglichen|bezahlt|ausgeglichen|uberwiesen|reglee?s?|payee?s?|soldee?s?|acquittee?s?|pagad[oa]s?|"
                    + "saldad[oa]s?|liquidad[oa]s?|abonad[oa]s?|pag[oa]s?|quitad[oa]s?|compensad[oa]s?|pagat[oa]|betaald|betalt|betald";
    private static final String SETTLES =
            "cleared|settled|squared|paid(?: off| up)?|beglichen|bezahlt|uberwiesen|(?:a|ont) (?:regle|paye|solde|vire|acquitte)|"
                    + "liquid(?:o|aron|ou|aram)|sald(?:o|aron|ou|aram)|abon(?:o|aron)|quit(?:ou|aram)|pag(?:o|aron|ou|aram)|"
                    + "acert(?:ou|aram)|ha(?:nno)? (?:pagato|saldato)|betaalden?|betalte";

    static final Pattern PAID = DealWords.of(
            DealWords.pair(MONEY, CAME, 30),
            DealWords.pair(
                    "entro|entraron|llego|llegaron|cayo|recibimos|caiu|entrou|chegou|recebemos|recu|avons recu|est arrive|est tombe|"
                            + "eingegangen ist|"
                            + "da ist|we got|we've got|we have received|in came|kom",
                    "(?:el |la |los |o |a |le |l'|les |das |die |the |their )?(?:" + MONEY + ")",
                    4),
            "(?:[$€£] ?\\d[\\d.,]*k?|\\d[\\d.,]*(?:k| ?(?:eur|euros?|usd|dollars|gbp|pounds|chf|lakhs?|mil))),? (?:just |finally |has |have |now )*(?:landed|arrived|came in|came through|"
                    + "cleared|is in our account|hit our account|ist da|sind da|ist eingegangen|sont arrives|llegaron|entraron|cairam)\\b",
            "\\b(?:have|has|had|they've|he's|she's|all) (?:now |all |finally |also )?(?:settled|paid|squared|coughed|stumped) up\\b",
            "\\b(?:our |the )?(?:bank|account|bank (?:app|account|feed|statement)|konto\\w*|compte|banque|cuenta|banco|"
                    + "conta) (?:shows?|says|has|confirms?|got|"
                    + "zeigt|montre|confirme|muestra|mostra)(?= [^.;]{0,20}\\d)",
            "\\b(?:ya|por fin|finalmente|hoy|ayer|nos|les|le|me|ha|han) (?:nos )?(?:pago|pagaron|abono|abonaron|liquido)(?! (?:unico|"
                    + "mensual|anual|trimestral))\\b",
            "\\b(?:" + SETTLES + ") (?!twice|the wrong)(?:[\\p{L}']+ ){0,3}?(?:" + DUE + ")\\b",
            "\\b(?:" + DUE + ") " + AUX + "(?:" + SETTLED + ")\\b(?! (?:twice|to|for by|into))",
            "\\b(?:got|received|have|haben|erhalten|recu|avons|recibimos|tenemos|recebemos|temos) (?:all )?(?:the |their |his |her |"
                    + "das |die |"
                    + "le |l'|el |la |los |o |a )?(?:full )?(?:money|payment|cheque|check|funds|transfer|geld|zahlung|argent|paiement|"
                    + "reglement|pago|dinero|transferencia|pagamento|dinheiro|deposito)\\b"
                    + "(?! (?:terms|plan|link|schedule|method|question|issue|problem|details))",
            "\\b(?:sent|shared|gave|given|mailed) (?:us |me |the |a )*utr\\b|\\butr (?:no|number|received|shared|sent|ref)\\b|"
                    + "\\ball paid up\\b");

    static final Pattern INVOICED = DealWords.of(
            DealWords.pair(
                    BILL,
                    "is out|out the door|on its way|in the (?:post|mail)|are out|out(?= ?(?:$|[,.;!)]|(?:to|since|on|today|yesterday|now|already)\\b))|went (?:out|off|over)|"
                            + "gone (?:out|off|over)|(?:goes|going) out (?:today|tonight|now|this \\w+)|sent(?! back)|issued|raised|mailed|"
                            + "emailed|posted|(?:geht|ging|ist) (?:(?:heute|gerade|gestern|eben|schon|auch|jetzt) )*raus|rausgegangen|"
                            + "rausgeschickt|draussen|gestellt|geschrieben|verschickt|versandt|versendet|unterwegs|draus+en|"
                            + "partie?s?|envoyee?s?|"
                            + "emise?s?|transmise?s?|(?:sale|salen|sai) hoy|salio|salieron|enviad[oa]s?|emitid[oa]s?|mandad[oa]s?|saiu|"
                            + "sai hoje|inviata|emessa|verstuurd|sendt|skickad",
                    30),
            "\\b(?:salio|salieron|saiu|sairam|sale hoy|sai hoje|est partie|est envoyee|raus ist|raus ging) (?:la |las |a |o |die |"
                    + "l[ae] )?(?:"
                    + BILL + ")\\b",
            "\\b(?:sent|issued|raised|mailed|posted|emailed) (?:[\\p{L}']+ ){0,3}?(?:invoice|bill)\\b(?! (?:query|question|issue|"
                    + "dispute|problem))",
            "\\b(?:billed|invoiced) (?:them|him|her|it|the (?:full|whole|first|second))\\b",
            "\\b(?:fakturiert|in rechnung gestellt|(?:on a|avons|j'ai|ai) facture|facturamos|les facture|faturamos|faturei|"
                    + "emitimos la factura|"
                    + "emitimos a (?:nota|fatura))\\b");

    static final Pattern OVERDUE = DealWords.of(
            DealWords.pair(
                    BILL + "|payments?|zahlung\\w*|paiements?|reglement|pagos?|pagamentos?",
                    "(?:\\w+ )?(?:days?|weeks?|months?) (?:late|old|overdue|past)|late by|is late|are late|running late|"
                            + "(?:outstanding|open|unpaid) (?:since|for)|"
                            + "overdue|past due|uberfallig|offen seit|seit .{1,20} offen|(?:tage|wochen|monate) (?:uber|offen|"
                            + "im verzug)|en retard|"
                            + "impayees?|echues?|vencid[oa]s?|atrasad[oa]s?|con retraso|em atraso",
                    40),
            "\\b(?:hasn't|haven't|hasnt|havent|has not|have not|still not|not|nicht|n'a(?:vez)? (?:toujours )?pas|"
                    + "n'ont (?:toujours )?pas|no ha|no han|"
                    + "nao) (?:yet |still |noch |encore |aun |ainda )?(?:paid|settled|bezahlt|gezahlt|paye|regle|pagado|pagou|"
                    + "pagaram)\\b[^.;!?]{0,44}?\\b(?:(?:was|were|been) due|"
                    + "due (?:on|since|in|last|date)|late|overdue|deadline|past|fallig|uberfallig|echeance|echue?|vencio|vencia|"
                    + "vencid[oa]|venceu|"
                    + "atraso|days|weeks|months|tage|wochen|jours|semaines|dias|semanas)\\b",
            "\\b(?:still owes?|owes?|owing|schulde\\w*|doit|doivent|debe|deben|deve|devem) (?:us|uns|nos|"
                    + "nous)?\\b[^.;!?]{0,40}?\\b(?:overdue|late|past due|"
                    + "(?:days|weeks|months) (?:now|late|overdue|past)|since|seit|depuis|desde)\\b|"
                    + "\\b(?:nous|nos) (?:doit|doivent|debe|deben|deve|devem)\\b[^.;!?]{0,40}?\\b(?:depuis|desde|ha)\\b");

    /** Still to come, asked for, or denied within the very words. */
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:will|'ll|to be|be|should|must|gets?|expected?|expects|due|when|if|until|once|wird|werden|soll\\w*|sera|seront|va|"
                    + "vont|doit|"
                    + "debe|sera|van|vai|vao|deve|wrong|twice|double|late|chase\\w*|waiting|promis\\w*|says|not|no|never|nicht|"
                    + "kein\\w*|pas|"
                    + "nao|non|terms|reminders?|cop(?:y|ies)|query|dispute\\w*|link|portal|request\\w*|resend|resent)\\b");

    private static final Pattern WAITED = Pattern.compile(
            "\\b(?:will|'ll|when|if|until|once|waiting(?: for)?|chas\\w+|promis\\w*|expect\\w*|hop\\w+|still|no|not|please|pls|can you|"
                    + "wird|sobald|wenn|warte\\w*|bitte|des que|quand|attend\\w*|cuando|esperando|espera\\w*|falta|quando|"
                    + "aguard\\w*)\\b[^,;.]{0,30}$");

    private PaymentCues() {}

    /** Told as done, by the thing and what happened to it. */
    static Optional<Span> in(Statement statement, Pattern cue) {
        return statement.all(cue).stream()
                .filter(place -> !OPEN.matcher(statement.between(place.start(), place.end()))
                        .find())
                .filter(place -> !WAITED.matcher(
                                statement.between(statement.clause(place).start(), place.start()))
                        .find())
                .findFirst();
    }
}
