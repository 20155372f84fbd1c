package dev.windrose.intake.reading;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What the author takes back, or passes on for reading only: how far that reaches back, and what it covers of what follows. */
final class NotForRecord {

    private static final String AH =
            "^\\W*(?:(?:oh|ah|aah|hm+|um+|uh|er|sorry|ups|oops|whoops|wait|no|nah|nope|ok|okay|and|so|but|pls|please|bitte|actually|"
                    + "argh|ugh|ach|ah|moment|stopp?|"
                    + "nein|pardon|non|ay|uy|no|perdon|ops|opa|nao|desculpa|scusa|scusate|edit|edited|correction|update|scratch|"
                    + "hang on|hold on|my bad)\\b[,.:;! -]*)*";
    private static final String IT =
            "(?:that|this|it|those|these|all (?:of )?(?:that|this|it)|the (?:above|last (?:one|bit|line|message|part|sentence|thing|"
                    + "note))|everything(?: (?:above|i (?:just )?(?:said|wrote)))?|"
                    + "(?:what|the (?:thing|bit|stuff)) i (?:just )?(?:said|wrote|typed|told you)(?: about [^,.;]{1,40})?|my (?:last|"
                    + "previous|earlier)(?: (?:message|note|line|one))?|das|alles|es|das (?:letzte|eben|von eben|davor)|"
                    + "ca|cela|tout ca|le (?:precedent|message precedent)|eso|esto|lo|todo eso|lo (?:anterior|dicho|de antes)|isso|"
                    + "isto|tudo isso|o (?:que eu disse|anterior)|quello|tutto)";

    /** Somebody takes back what was said right before. */
    private static final Pattern BACK = Pattern.compile(AH
            + "(?:(?:i )?(?:misread|misheard|misunderstood|read (?:it|that) wrong|got (?:it|that) wrong)|verlesen|verhort|"
            + "(?:ich )?hab\\w* mich (?:verlesen|verhort|vertan|geirrt)|(?:j'ai )?mal (?:lu|compris|entendu)|(?:lei|entendi|oi) mal|"
            + "(?:li|entendi|ouvi) (?:mal|errado)|ho (?:letto|capito) male|(?:forget|scratch|strike|scrap|cancel|undo|ignore|"
            + "disregard|drop|skip|delete|bin|kill|revert|nix) (?:about )?"
            + IT
            + "|(?:forget it|never ?mind|nvm|take (?:that|it) back|i take (?:that|it) (?:all )?back|i take back " + IT
            + "|false alarm|as you were|strike my last|"
            + "vergiss(?:t)? " + IT + "|streich(?:t)? " + IT + "|ignorier(?:e|t)? " + IT
            + "|ich nehm\\w* (?:das|es|alles) zuruck|fehlalarm|kommando zuruck|"
            + "oublie\\w* " + IT + "|laisse\\w* tomber|annule\\w* " + IT + "|ignore\\w* " + IT
            + "|fausse alerte|je retire|rien de tout ca|"
            + "olvid[ae]\\w*(?: " + IT + ")?|ignora\\w*(?: " + IT + ")?|borra (?:eso|lo)|retiro lo dicho|falsa alarma|"
            + "esquec[ea]\\w*(?: " + IT + ")?|ignora\\w* " + IT
            + "|apaga isso|deixa pra la|retiro o que disse|alarme falso|"
            + "lascia (?:perdere|stare)|dimentica\\w*(?: " + IT
            + ")?|falso allarme|laat maar|vergeet (?:dat|het)|glom det|glem det))(?=$|\\W)");

    /** "Forget the Tidewell bit": what was said of the one who is named. */
    private static final Pattern BIT = Pattern.compile(AH
            + "(?:forget|scratch|strike|scrap|cancel|undo|ignore|disregard|drop|skip|delete|vergiss|vergesst|streich\\w*|"
            + "ignorier\\w*|oublie\\w*|laisse\\w* tomber|olvid[ae]\\w*|ignora\\w*|esquec[ea]\\w*|"
            + "dimentica\\w*) (?:about )?(?:the|das (?:mit|von|uber)|die|den|le|la|ce que j'ai dit (?:de|sur)|lo de|o (?:de|"
            + "da|do)|quello di)\\b");

    private static final Pattern SLIP = Pattern.compile(
            "\\b(?:misread|misheard|verlesen|verhort|mal lu|mal compris|lei mal|entendi mal|li errado)\\b");

    private static final Pattern ALL = Pattern.compile(
            "\\b(?:all (?:of )?(?:that|this|it)|everything|the above|alles|tout ca|todo eso|tudo isso|tutto|as you were)\\b");

    /** The record stays as it is, and nothing else is excepted from that. */
    private static final Pattern LEAVE = Pattern.compile(AH
            + "(?:(?:then |just |so )?(?:leave|keep) (?:everything|it all|all of it|things|the (?:whole )?(?:record|deal|"
            + "account))(?: (?:as (?:it|they|things) (?:is|are|was|were)|as is|alone|be|untouched|unchanged))?|"
            + "(?:so |there(?:'s| is) |there was )?nothing (?:here |below |in (?:here|it|there|this) |of (?:this|that|it) )?(?:to|"
            + "for) (?:change|log|record|update|enter|do|note|write|write down|book|file|the record|the crm)|"
            + "(?:so )?nothing (?:changes|changed|has changed|moves)|(?:so )?no (?:changes?|updates?)(?: (?:needed|required|"
            + "necessary|please|to (?:make|log|the record)))?|"
            + "(?:please |pls )?(?:don't|do not|dont) (?:change|touch|update|log|record|enter|write) (?:anything|a thing|"
            + "any of (?:it|this|that))|"
            + "(?:bitte )?(?:lass|lasst|lassen sie) (?:alles|es|das)(?: (?:bitte )?(?:so|wie es (?:ist|war)|beim alten|stehen|"
            + "unverandert))+|"
            + "(?:es gibt |da ist |hier ist )?nichts (?:davon |hier )?(?:zu andern|andern|einzutragen|eintragen|zu erfassen|erfassen|"
            + "zu tun|notieren)|(?:also )?(?:es )?andert sich nichts|"
            + "(?:donc )?rien a (?:changer|noter|saisir|faire|modifier|enregistrer)|(?:on )?ne (?:change\\w*|touche\\w*|note\\w*|"
            + "modifie\\w*) (?:a )?rien|laisse\\w* tout(?: (?:comme (?:ca|c'est)|tel quel|en l'etat))?|rien ne change|"
            + "(?:asi que )?(?:no hay )?nada que (?:cambiar|registrar|anotar|hacer)|no (?:cambies|toques|registres|anotes) nada|"
            + "deja(?:lo)? todo (?:como esta|igual|asi)|nada cambia|"
            + "(?:entao )?nada (?:a|para|pra) (?:mudar|registrar|anotar|fazer|alterar)|nao (?:mud[ae]|mex[ae]|registr[ae]|anot[ae]|"
            + "alter[ae])\\w* (?:em )?nada|deixa\\w* tudo (?:como (?:esta|estava)|igual|assim)|nada muda|"
            + "niente da (?:cambiare|registrare|fare)|non (?:cambiare|toccare|registrare) (?:niente|nulla)|lascia tutto com'e)"
            + "(?: (?:here|for now|on our side|from our side|at our end|in the (?:record|crm|system)|then|please|pls|bitte|bei uns|"
            + "fur uns|pour nous|chez nous|de notre cote|por ahora|por nuestra parte|do nosso lado|por enquanto))?"
            + "(?=\\W*$|,|;| -|:| - )");

    /** It is only to be read. */
    private static final Pattern READING = Pattern.compile(
            "\\b(?:for (?:your |the |our |a )?(?:amusement|entertainment|giggle|laugh|laughs|curiosity)|made me (?:laugh|smile|chuckle)|"
                    + "(?:fyi|for (?:your )?info(?:rmation)?|for reference)[ ,:-]*(?:only|no action|nothing to|not for the record)|"
                    + "(?:only|just|purely) (?:an? )?(?:fyi|for (?:your )?(?:info(?:rmation)?|reference))|"
                    + "only for (?:your )?info(?:rmation)?|(?:not|nothing) for (?:the )?(?:record|crm|log|books?|system)|(?:just|"
                    + "only) (?:noting|a note|for) (?:this )?(?:for |to )?my(?:self| own (?:memory|notes))|note to self|"
                    + "(?:nothing|none of (?:it|this|that)) (?:of (?:it|this) )?(?:goes|belongs|should go|"
                    + "to go) in(?:to)? (?:the )?(?:record|crm|system)|no action (?:needed|required|please)?|"
                    + "nur zur (?:info\\w*|kenntnis\\w*)|nur fur (?:dich|mich|uns) zum lesen|zum (?:schmunzeln|lachen)|"
                    + "zur belustigung|nicht fur (?:die akte|das crm|den eintrag)|"
                    + "(?:bitte )?(?:nichts|nix) (?:davon |hiervon |daraus )?(?:\\w+ )?(?:eintragen|erfassen|anlegen|ubernehmen|notieren)|"
                    + "(?:uniquement|juste|seulement|simplement) pour (?:info\\w*|lecture)|pour (?:info\\w*|lecture) (?:uniquement|"
                    + "seulement|rien)|a titre (?:d'info\\w*|informatif)|pour (?:rire|sourire|t'amuser)|"
                    + "solo para (?:tu|su|que lo|vuestra) (?:info\\w*|sepas|curiosidad)|a titulo informativo|para (?:reir\\w*|"
                    + "que te rias)|nada (?:de esto )?(?:para|al) (?:el )?(?:crm|registro)|"
                    + "(?:so|apenas) (?:para|pra) (?:seu |teu |o seu )?(?:conhecimento|informacao|registro meu|rir)|(?:para|"
                    + "pra) (?:rir|dar risada)|nada disso (?:no|para o|pro) (?:crm|sistema|registro)|"
                    + "solo per (?:tua |sua )?(?:conoscenza|informazione)|alleen ter info\\w*)\\b");

    private static final Pattern ELSE = Pattern.compile(
            "\\b(?:else|other|others|rest|otherwise|besides|sonst|anderes?|ubrige\\w*|reste|autre|demas|otr[oa]|resto|outr[oa]|"
                    + "mais nada|altro|only|except|ausser|sauf|salvo|exceto)\\b");
    private static final Pattern ENDS = Pattern.compile("(?s).*[.!?;\\n].*");
    private static final int SHORT = 110;

    private NotForRecord() {}

    static void set(Reading reading) {
        var statements = reading.statements;
        boolean outside = reading.message.fromOutside();
        for (int i = 0; i < statements.size(); i++) {
            var statement = statements.get(i);
            if (statement.part.kind() != Part.Kind.OWN || statement.is(Mode.OFF_RECORD)) {
                continue;
            }
            if (!outside && i > 0 && statement.has(BACK)) {
                takeBack(statements, i);
            }
            if (!outside
                    && i > 0
                    && statement.has(BIT)
                    && statement.company != null
                    && !statement.companies.isEmpty()
                    && bare(statement)) {
                takeBackAbout(statements, i);
            }
            boolean leaves = statement.raw.length() < SHORT && statement.has(LEAVE) && !statement.has(ELSE);
            boolean reads = statement.has(READING) && statement.products.isEmpty();
            if (leaves || reads) {
                passedOn(statements, i);
            }
            if (!outside && (leaves && i > 0 || reads && bare(statement))) {
                statement.modes.add(Mode.OFF_RECORD);
                sameAccount(statements, i, leaves);
                boolean before = i > 0 && statement.part == statements.get(i - 1).part;
                if (before
                        && !leaves
                        && statement
                                .find(READING)
                                .filter(place ->
                                        place.start() < statement.span().start() + 9)
                                .isPresent()) {
                    sentence(statements, i);
                }
            }
        }
    }

    /** The sentence before, in all its parts; what is said instead stands. */
    private static void takeBack(List<Statement> statements, int at) {
        var statement = statements.get(at);
        var before = statements.get(at - 1);
        if (!statement.companies.isEmpty()
                && statement.company != null
                && before.company != null
                && !statement.company.sameAs(before.company)) {
            return;
        }
        if (bare(statement)
                && statement
                        .find(BACK)
                        .filter(place -> place.end() + 8 > statement.span().end())
                        .isPresent()) {
            statement.modes.add(Mode.OFF_RECORD);
        }
        if (statement.has(SLIP) && bare(statement) && statement.companies.isEmpty() && statement.contacts.isEmpty()) {
            statement.modes.add(Mode.OFF_RECORD);
        }
        if (statement.has(ALL)) {
            sameAccount(statements, at, true);
            return;
        }
        sentence(statements, at);
    }

    static void sentence(List<Statement> statements, int at) {
        boolean sentence = true;
        for (int i = at - 1; i >= 0 && sentence && statements.get(i).part == statements.get(at).part; i--) {
            statements.get(i).modes.add(Mode.OFF_RECORD);
            sentence = i > 0 && joined(statements.get(i - 1), statements.get(i));
        }
    }

    private static void takeBackAbout(List<Statement> statements, int at) {
        var company = Objects.requireNonNull(statements.get(at).company);
        statements.subList(0, at + 1).stream()
                .filter(before -> company.sameAs(before.company))
                .forEach(before -> before.modes.add(Mode.OFF_RECORD));
    }

    /** All before it of the same account, or only the sentence that it stands in. */
    private static void sameAccount(List<Statement> statements, int at, boolean all) {
        var company = statements.get(at).company;
        for (int i = at - 1; i >= 0; i--) {
            var before = statements.get(i);
            if (before.part != statements.get(at).part
                    || !Objects.equals(company, before.company) && company != null && before.company != null) {
                return;
            }
            if (!all && !joined(before, statements.get(i + 1))) {
                return;
            }
            before.modes.add(Mode.OFF_RECORD);
        }
    }

    /** What somebody else wrote below, or pasted above. */
    private static void passedOn(List<Statement> statements, int at) {
        statements.stream()
                .filter(other -> other.part.passedOn()
                        && other.span().start() > statements.get(at).span().start())
                .forEach(other -> other.modes.add(Mode.OFF_RECORD));
    }

    private static boolean bare(Statement statement) {
        return statement.moneys.isEmpty()
                && statement.dates.isEmpty()
                && statement.phones.isEmpty()
                && statement.mails.isEmpty();
    }

    /** Parts of one sentence. */
    static boolean joined(Statement one, Statement next) {
        return one.part == next.part
                && next.span().start() - one.span().end() < 4
                && !one.raw.matches("(?s).*[.!?;\\n]\\s*$")
                && !ENDS.matcher(next.raw.substring(0, Math.min(2, next.raw.length())))
                        .matches();
    }
}
