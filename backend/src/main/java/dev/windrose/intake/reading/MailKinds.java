package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import java.util.Objects;
import java.util.regex.Pattern;

/** Mail that changes no record: replies of machines, and pitches of people who want to sell to us. */
final class MailKinds {

    private static final Pattern MACHINE = Pattern.compile(
            "\\b(?:automatic (?:reply|response)|auto-?(?:reply|response|responder)|out of (?:the )?office|autosvar|"
                    + "automatisk\\w* svar|abwesenheits(?:notiz|meldung|nachricht)|"
                    + "automatisch\\w* (?:antwort|antwoord|bericht)|afwezigheidsbericht|reponse automatique|message automatique|"
                    + "respuesta automatica|resposta automatica|"
                    + "risposta automatica|messaggio automatico|fuera de la oficina|fora do escritorio|fuori (?:sede|ufficio)|"
                    + "absent\\w* du bureau|"
                    + "undeliverable|delivery status notification|mail delivery failed|mailer-daemon|unzustellbar|non remis|"
                    + "no entregado|nao entregue|"
                    + "unsubscribe|click here to|limited time offer|annual leave until)\\b");

    private static final Pattern ABSENT_SUBJECT = Pattern.compile(
            "(?m)^(?:subject|betreff|onderwerp|objet|asunto|assunto|oggetto|amne|emne) ?: ?(?:re: |aw: )?[^\\n]{0,20}\\b(?:ooo|"
                    + "abwesen\\w+|absence|absente?|ausen(?:cia|te)|assen(?:za|te)|afwezig\\w*|"
                    + "franvar\\w*|fravaer\\w*|on (?:annual |parental )?leave|on holiday|im urlaub|en conges?|de vacaciones|"
                    + "de ferias|in ferie|met vakantie|pa semester|pa ferie)\\b");

    private static final Pattern THANKED = Pattern.compile(
            "\\b(?:thank(?:s| you) for (?:your|the) (?:e-?mail|message|note)|(?:vielen )?danke? fur (?:ihre|deine) (?:e-?mail|"
                    + "nachricht)|merci (?:de|pour) (?:votre|ton) (?:message|e-?mail|mail|courriel)|"
                    + "gracias por (?:su|tu) (?:mensaje|correo|e-?mail)|obrigad[oa] pel[oa] (?:sua |seu )?(?:mensagem|e-?mail|"
                    + "contato|contacto)|grazie per (?:il (?:suo|tuo) |la (?:sua|tua) )?(?:messaggio|e-?mail|mail)|"
                    + "(?:bedankt|dank) voor (?:uw|je) (?:bericht|e-?mail|mail)|tack for (?:ditt|ert) (?:mejl|meddelande|mail)|"
                    + "tak for (?:din|jeres) (?:mail|besked))\\b");
    private static final Pattern AWAY = Pattern.compile(
            "\\b(?:(?:i am|i'm|i will be|currently) (?:\\w+ ){0,3}(?:away|on (?:\\w+ )?(?:leave|holiday|vacation)|travelling|out)|"
                    + "(?:bin|nicht) (?:[\\w./]+ ){0,6}(?:urlaub|abwesend|im buro|erreichbar)|"
                    + "(?:suis|serai) (?:[\\w./]+ ){0,6}(?:absente?|conges?|vacances)|(?:estoy|"
                    + "estare) (?:[\\w./]+ ){0,6}(?:vacaciones|ausente|fuera)|(?:estou|estarei) (?:[\\w./]+ ){0,6}(?:ferias|ausente|fora)|"
                    + "(?:sono|saro) (?:[\\w./]+ ){0,6}(?:ferie|assente|fuori)|(?:ik )?(?:ben|heb) (?:[\\w./]+ ){0,6}(?:vakantie|"
                    + "afwezig|verlof)|(?:ar|er) (?:[\\w./]+ ){0,6}(?:semester|ledig|ferie|bortrest))\\b");

    /** Words of those who sell; a customer may use one of them, hardly two. */
    private static final Pattern SELLS = Pattern.compile(
            "\\b(?:your (?:web)?site|seo|backlinks?|guest posts?|lead generation|(?:\\d+x|more|qualified|new) (?:leads|traffic|"
                    + "signups)|outsourc\\w+|skyrocket\\w*|double your|grow your|boost your|rank(?:ing)? (?:on|higher)|"
                    + "we(?:'ve| have)? (?:recently |just )?help(?:ed)? |worth a (?:quick )?(?:\\d+[ -])?(?:min\\w* )?(?:call|chat)|"
                    + "(?:quick )?\\d+[ -]min\\w* (?:call|chat|demo of our)|came across your|i noticed (?:your|you|that your)|"
                    + "ihre (?:web)?(?:seite|site)|suchmaschinen\\w*|(?:mehr|neue) (?:leads|kunden|umsatz|anfragen)|(?:haben|"
                    + "konnten) (?:\\S+ ){1,5}(?:geholfen|verholfen)|unverbindliche\\w* (?:\\w*gesprach|telefonat|termin)|"
                    + "votre site|referencement|(?:plus de|nouveaux) (?:leads|prospects|clients)|(?:avons aide|aidons) |"
                    + "su (?:pagina|sitio) web|posicionamiento|mas (?:clientes|leads)|(?:hemos ayudado|ayudamos) a|"
                    + "(?:seu|vosso) site|mais (?:clientes|leads)|ajudamos |il (?:suo|vostro) sito|piu (?:clienti|contatti)|"
                    + "(?:abbiamo aiutato|aiutiamo) |uw (?:web)?site|meer (?:klanten|leads)|(?:hielpen|helpen) (?:wij|we) |"
                    + "er hemsida|fler (?:kunder|leads)|jeres hjemmeside|flere (?:kunder|leads))");

    private MailKinds() {}

    /** Nobody wrote it: an automatic reply, a report of delivery, a newsletter. */
    static boolean machine(Message message) {
        var text = Fold.inPlace(message.text());
        return mail(message)
                && (MACHINE.matcher(text).find()
                        || ABSENT_SUBJECT.matcher(text).find()
                        || THANKED.matcher(text).find() && AWAY.matcher(text).find());
    }

    /** Somebody whom no record knows praises what they sell; the account they boast of is not theirs. */
    static boolean pitch(Reading reading) {
        return mail(reading.message)
                && reading.parts.stream().allMatch(part -> part.contact() == null && part.kind() != Part.Kind.FORWARDED)
                && reading.parts.stream()
                        .map(Part::mail)
                        .filter(Objects::nonNull)
                        .allMatch(mail -> SenderCompany.of(reading.known, mail).isEmpty())
                && SELLS.matcher(Fold.inPlace(reading.text()))
                                .results()
                                .map(found -> found.group())
                                .distinct()
                                .count()
                        > 1;
    }

    private static boolean mail(Message message) {
        return message.fromOutside() && message.channel().equals("email") && !message.whateverKind();
    }
}
