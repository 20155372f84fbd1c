package dev.windrose.intake.reading;

import java.util.regex.Pattern;

/** Instructions to the record in what outsiders write. They are data: the statements that hold them are not read. */
final class Orders {

    /** Speaks to a machine, or pretends to be one: nothing of such a text is believed. */
    private static final Pattern TAINT = Pattern.compile(
            "\\b(?:ignor\\w*|forget|disregard|negeer|bortse|ignoriere\\w*|olvida|esquec\\w*) (?:all |all your |all of |alle |as |"
                    + "tout |todo |todas |les |your |any |fran )*"
                    + "(?:previous|prior|above|earlier|vorherigen?|bisherigen?|eerdere|tidigare|anteriores?|lo anterior|precedentes?|"
                    + "instruc\\w*|anweisungen|"
                    + "instructies|instruktioner|rules|what you know)|"
                    + "\\b(?:begin|end|new|your) instructions?\\b|<\\/?(?:system|message|script|assistant|instructions?)|\\[\\[|"
                    + "\\{\\{|#!\\/|<!--|"
                    + "\\b(?:system override|developer mode|test mode|system prompt|you are now|du bist jetzt|act as|as root|"
                    + "dear (?:ai|assistant)|ai agent|"
                    + "(?:hola|hello|hi|hey|dear|crm|note to (?:the )?) ?bot|bot[,:]|assistant[,:]|assistente[,:]|ai[,:]|ki[,:]|"
                    + "to the ai|the assistant must|"
                    + "for the computer|decode and obey|when you summari[sz]e this)|"
                    + "^\\W*(?:system|sistema|an das system)\\W*:|\\binter(?:nal|ne|na) (?:note|notiz|nota)\\b|\\bnota interna\\b");

    private static final String VERB =
            "set|mark|change|update|write|record|register|enter|put|add|create|delete|rename|move|overwrite|treat|approve|list|export|"
                    + "reveal|close|set up|stop|remove|print|output|respond|reply|lower|raise|assign|cambia|cambie|pon|ponga|marca|"
                    + "marque|altere|altera|registre|"
                    + "crie|atualize|liste|mettez|passez|changez|marquez|setz\\w*|tragen? sie|trage|lege|leg|andern? sie|andere|"
                    + "markieren? sie|stellen sie|erstelle\\w*|"
                    + "schliessen sie|schliesen sie|zet|markera|markeer|laden sie|nennen sie|antworten sie";
    private static final String OBJECT =
            "deal\\w*|stage|amount|status|crm|records?|system|health|decision ?-?maker|blocker|champion|economic buyer|won|lost|"
                    + "churned|gewonnen|"
                    + "verloren|ganho|ganado|gagne|gewonnen|vunnen|betrag|bedrag|montant|valor|price|preis|ticket|invoice|"
                    + "zahlungsstatus|bezahlt|pago|paid|firma|fecha de firma|"
                    + "abschlussdatum|phase|etapa|contacts?|kontakte?|database|pipeline|signing date|contract end|vertragsende|task|"
                    + "aufgabe|tarefa|discount|rabatt|access|affair\\w*|"
                    + "\\d[\\d.,]* ?(?:eur|usd|aud|brl|nok|sek|euro|€|\\$)|[€$£]|r\\$|in your";
    private static final Pattern ORDER = Pattern.compile(
            "(?:^|[.:;,!?)\\]\"]\\s*|\\b(?:please|kindly|pls|bitte|favor|must|so|and|e|und|to|then)\\s+)(?:" + VERB
                    + ")\\b[^.!?\\n]{0,80}?\\b?(?:" + OBJECT + ")(?![\\p{L}])");
    /** What they write of themselves may be asked for in the form of a command. */
    private static final Pattern OWN = Pattern.compile(
            "\\b(?:my|mein\\w*|mon|ma|mi|meu|minha) (?:new |neue\\w* |mobile |phone |direct |e-?mail |job )*(?:number|line|phone|"
                    + "mobile|mail|address|title|nummer|"
                    + "adresse|numero|telefon\\w*|correo|titel)|\\b(?:our|your|unsere?r?|new|the) (?:new )?(?:colleague|"
                    + "contact person|ansprechpartner\\w*)|"
                    + "\\b(?:i am|i'm|ich bin|je suis|soy|sou|sono|ik ben) (?:now|jetzt|nun|maintenant|desormais|ahora|agora|ora|"
                    + "nu) (?!.{0,20}\\b(?:admin|system|assistant|root|authori|in charge|the owner|allowed|entitled|your))");

    /** Whoever says that it works again may add that the ticket can go. */
    private static final Pattern CLOSES = Pattern.compile(
            "\\b(?:close|schlies\\w*(?: sie)?|mach\\w*|ferme[rz]?|clore|cierr\\w+|cerrar|fech\\w+|chiud\\w+) (?:the |this |my |our |das |"
                    + "den |le |ce |el |la |este |o |esse |il )?(?:ticket|issue|case|fall|vorgang|dossier|caso|incidencia|chamado)(?: zu)?");

    private Orders() {}

    static boolean taints(String folded) {
        return TAINT.matcher(folded).find();
    }

    static boolean in(Statement statement) {
        return statement.has(ORDER)
                && !statement.has(OWN)
                && !(IssueStatus.over(statement)
                        && !ORDER.matcher(CLOSES.matcher(statement.folded).replaceAll(""))
                                .find());
    }

    /** Their own new number or address may be believed also beside an order. */
    static boolean ofThemselves(Statement statement) {
        return statement.has(OWN) && !statement.has(TAINT) && !statement.has(ORDER);
    }
}
