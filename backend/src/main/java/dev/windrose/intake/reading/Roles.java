package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part somebody plays in the decision. */
final class Roles {

    private static final Map<String, Pattern> CUES = new LinkedHashMap<>();

    private static final String MONEY =
            "(?:budgets?|purse(?:[- ]?strings)?|money|wallet|cash|che(?:ck|que) ?books?|spend(?:ing)?|funds|finances|pot|kasse|"
                    + "geld\\w*|etat|bourse|cordons|"
                    + "sous|argent|presupuesto|plata|dinero|billetera|bolsillo|caja|chequera|orcamento|verbas?|caixa|grana|cofre|"
                    + "soldi|cassa|bilancio|"
                    + "portafoglio|geld|portemonnee|budgeten)";
    private static final String DAILY =
            "(?:daily|every (?:single )?day|all day(?: long)?|each day|day in,? day out|day[- ]to[- ]day|every morning|"
                    + "most of the day|hours a day|on a daily basis|"
                    + "taglich|jeden tag|den ganzen tag|tag fur tag|tous les jours|au quotidien|quotidiennement|chaque jour|"
                    + "toute la journee|"
                    + "todos los dias|a diario|cada dia|todo el dia|diariamente|todo (?:santo |o )?dia|todos os dias|every shift|each shift|jede schicht|cada turno|o dia (?:todo|inteiro)|"
                    + "no dia a dia|"
                    + "ogni giorno|tutti i giorni|quotidianamente|elke dag|dagelijks|varje dag)";
    private static final String WORKS =
            "(?:us(?:e|es|ing)|usar|utilizar|utiliser|benutzen|nutzen|usaran?|utilizaran?|do(?:es)?|work(?:s|ing)?|liv(?:e|es|ing)|"
                    + "sit(?:s|ting)?|log(?:s|ging)? (?:in|on)\\w*|open(?:s|ing)?|be in|is in|are in|been in|run(?:s|ning)?|operat\\w+|"
                    + "stare\\w*|spend(?:s|ing)?|"
                    + "arbeitet|nutzt|benutzt|sitzt|bedient|utilise|travaille|se sert|manipule|usa|utiliza|trabaja|maneja|trabalha|"
                    + "mexe|opera|lavora|werkt|gebruikt|anvander)";
    private static final String GAP = "(?:[^\\s,.;:]+ ){0,6}?";

    static {
        put(
                "economic_buyer",
                "(?:hold(?:s|ing)?|own(?:s|ing)?|control(?:s|ling)?|manag(?:es|ing)|run(?:s|ning)?|has|have|keeps?|keeping|sit(?:s|"
                        + "ting)? on|look(?:s|ing)? after|guards?|releases?|frees up|"
                        + "in charge of|responsible for|hat|halt|verwaltet|verantwortet|kontrolliert|sitzt auf|tient|gere|controle|"
                        + "detient|maneja|controla|lleva|administra|"
                        + "tiene|cuida d[ao]|segura|gestisce|tiene|controlla|beheert|gaat over) (?:(?:the|all|their|that|der|die|das|"
                        + "den|dem|le|la|les|el|los|o|a|os|as|il|i|gli|whole|entire|own|de|het) ){0,2}"
                        + MONEY
                        + "\\b(?! ?(?:of |around |about |~|ca\\.? )?[€$£₹]?\\d)(?! (?:constraint|cut|problem|issue|left|for (?:this|next)|approved|of|is|freeze|round|review|meeting|"
                        + "cycle))",
                "(?:the )?real buyer|"
                        + MONEY
                        + " (?:sits|lies|is|rests|lives|stays|liegt|sitzt|est|depende|esta|fica|sta|ligt) (?:now |jetzt )?"
                        + "(?:with|bei|chez|con|de|com|da|bij) (?:her|him|them|ihr|ihm|elle|lui|ella|el|ela|ele|lei|haar|hem)|"
                        + "(?:comes|paid|kommt|sale|sai) (?:out of|from|aus|de|d[ao]) (?:her|his|their|ihrem|seinem|su|seu) "
                        + MONEY
                        + "|economic buyer|budget ?(?:holder|owner)|budgetverantwort\\w*|(?:decides|signs off) on (?:the )?(?:spend|"
                        + "budget|money)|"
                        + "pays (?:for it|the bills?)|(?:it )?comes out of (?:his|her) budget|wirtschaftliche[rn]? kaufer\\w*");
        put(
                "champion",
                "(?:(?:our|the|a|my|is|100%|total|real|internal|strong|as) (?:our |a |the |new |internal |biggest |big |"
                        + "great )*champions?\\b(?!s league)|"
                        + "(?:mark|make|set|tag|flag|put|list|log)(?: \\p{L}+)?(?: down)?(?: as)? champion|"
                        + "(?:sell|push|fight|lobby|lobbi|campaign|advocat|vouch|vote|root|speak|spok|pull|plead|argu|evangeli[sz]|"
                        + "canvass)\\w* "
                        + GAP
                        + "(?:for us|us internally|it internally|internally for us|us inside|it inside|on our behalf|inside for us|"
                        + "our (?:corner|case|side|cause))|"
                        + "(?:internally|inside) (?:he |she )?(?:sells|pushes|fights)|"
                        + "push(?:es|ing) (?:this|it|us|hard) (?:internally|for us|inside|through)|sells? (?:it|us) internally|"
                        + "selling (?:it|us) (?:inside|internally)|"
                        + "(?:in|on|fighting|fights) our (?:corner|side)|go(?:es|ing)? to bat for us|talk(?:s|ing)? us up|bang(?:s|"
                        + "ing)? the drum|beat(?:s|ing)? the drum|"
                        + "(?:our|an|a) (?:\\w+ )?(?:advocate|ally|cheerleader|supporter|sponsor|inside man|biggest fan)|"
                        + "wants us (?:in|to win)|pushing (?:for us|this) internally)",
                "(?:(?:kampft|setzt|macht|wirbt|trommelt|spricht|stark|zieht|lobbyiert)\\w* " + GAP
                        + "fur uns(?: ein| stark)?|zieht uns|unser\\w* (?:furspreche\\w*|verbundete\\w*|fan|champion)|"
                        + "steht (?:voll )?hinter uns|"
                        + "(?:se bat|pousse|milite|plaide|roule|se demene) " + GAP
                        + "(?:pour nous|notre (?:dossier|cause|offre))|nous (?:defend|soutient|pousse|porte)|notre (?:champion\\w*|"
                        + "allie\\w*|sponsor)|"
                        + "(?:pelea|lucha|empuja|aboga|tira|juega) " + GAP
                        + "(?:por nosotros|a nuestro favor)|nos (?:defiende|apoya|empuja|vende|impulsa|promueve)|"
                        + "nuestr[oa] (?:campeon\\w*|aliad[oa]|defensor\\w*)|"
                        + "(?:defende|briga|torce|luta|puxa|empurra) " + GAP
                        + "(?:por nos|a gente|pela gente|nossa (?:solucao|causa)|nosso lado)|noss[oa] (?:campea\\w*|aliad[oa]|"
                        + "defensor\\w*|padrinho)|"
                        + "(?:spinge|lotta|tifa|si batte) " + GAP
                        + "per noi|ci (?:sostiene|difende|spinge)|nostr[oa] alleat[oa])");
        put(
                "blocker",
                "(?:(?:can|could|will|would|might|may) (?:still )?(?:kill|block|veto|stop|sink|torpedo|derail|bury) ?(?:it|this|"
                        + "the deal|us|everything)?|"
                        + "(?:is|as|a|our|the|treat as|he's|she's|only|main|biggest) (?:a |the |our |main |biggest |real )*blocker\\b|"
                        + "(?:mark|make|set|tag|flag|put|list|log)(?: \\p{L}+)?(?: down)?(?: as)? blocker|"
                        + "(?:blocks|blocking|stalls|stalling|opposes|opposing|vetoes|sabotag\\w+|resists|resisting) (?:it|this|"
                        + "the (?:deal|project|rollout|purchase|switch|idea)|us|everything)|"
                        + "(?:tries|trying|wants) to (?:kill|block|stop|sink|derail)|working against (?:us|it|this)|(?:is |dead set |"
                        + "totally |strictly )against (?:it|us|this|the (?:deal|project|switch|idea|purchase|change|tool|rollout))|"
                        + "veto right|dig(?:s|ging)? (?:his|her|their) heels in|stands? in (?:the|our) way|standing in (?:the|"
                        + "our) way|no fan of (?:us|ours|it|the (?:project|idea))|drag(?:s|ging)? (?:his|her|their) feet|"
                        + "put(?:s|ting)? the brakes on|doesn't want (?:us|it)|wants us out|shoot(?:s|ing)? (?:it|us|everything) down)",
                "(?:blockiert|bremst(?: (?:uns|alles|das|es))?|stellt sich (?:quer|dagegen)|ist (?:\\w+ )?dagegen|ist gegen (?:uns|"
                        + "das projekt|den wechsel)|will uns nicht|macht dicht|legt (?:sich|sein veto)|"
                        + "bloque (?:le|la|tout|notre)|bloque\\b|s'oppose|freine|est contre|met son veto|fait barrage|"
                        + "bloquea|se opone|frena|esta en contra|pone trabas|veta|bloqueia|trava|barra|e contra|se opoe|"
                        + "blocca|si oppone|frena|e contrari[oa]|blokkeert|ligt dwars|blockerar)");
        put(
                "decision_maker",
                "(?:(?:the|el|la|le|der|die|o|a) (?:\\w+ )?(?:one|person|guy|woman|man|lady|boss) (?:who |that )?(?:(?:actually|"
                        + "really|finally|ultimately) )?(?:signs|decides|approves|calling|rules)|"
                        + "decision[- ]?maker|decides(?! on (?:the )?(?:spend|budget|money))|decide[sd]? (?:in the end|on this|alone)|"
                        + "(?:has|have|gets|with) the (?:last|final|ultimate|casting) (?:word|say|call|vote|decision)|final (?:say|"
                        + "word|decision|approver)|last word|calls the shots|runs the show|"
                        + "takes the decisions?|it's (?:his|her|their) (?:call|decision)|(?:has|have) to (?:sign off|approve|sign it|"
                        + "sign this)|must (?:sign off|approve)|final approval|"
                        + "makes the (?:final )?(?:call|decisions?)|can (?:approve|sign)|approves|has signing (?:power|authority)|"
                        + "signatory|"
                        + "(?:gives|give|giving) the (?:final )?(?:green light|go-ahead|nod|ok|okay|blessing)|pulls the trigger|"
                        + "green-?lights|holds the pen|authori[sz]es|"
                        + "(?<!will |to |they |still )signs(?: off)?(?! (?:the nda|up|with|on (?:mon|tue|wed|thu|fri|\\d|the \\d)|"
                        + "next|tomorrow|this|by|in|today|mon|tue|wed|thu|fri|\\d|before|after|when|as soon))|signs (?:everything|"
                        + "it all|all)(?: off)?)",
                "(?:(?:e|es) (?:quem|quien|ela|ele|el|ella) (?:que )?(?:decide|firma|assina|manda|aprova|aprueba)|quem (?:decide|"
                        + "manda|assina|aprova|bate o martelo)|e el[ea] que (?:decide|assina|manda)|c'est (?:lui|elle) qui|"
                        + "(?:qui|quien|que|chi|el que|la que|o que|a que|el|ella|ele|ela|lui|lei|elle|il|finalmente|ya|siempre|"
                        + "sempre|toujours) (?:signe|firma|assina|decide|tranche|aprueba|aprova|valide|autoriza|manda|approuve|"
                        + "approva)(?! (?:el|le|em|no dia|il|la semana|le \\d|\\d))|"
                        + "tranche|a le dernier mot|donne le feu vert|valide tout|assina o contrato|firma el contrato|firma todo|"
                        + "assina tudo|bate o martelo|tem a (?:palavra final|ultima palavra)|"
                        + "tiene la ultima palabra|da el visto bueno|da luz verde|da o aval|corta el bacalao|ha l'ultima parola|"
                        + "da il via libera|"
                        + "aprueba (?:todo|el gasto|los?)|aprova (?:tudo|os?)|autoriza (?:todo|tudo)|"
                        + "entscheider(?:in)?|entscheidet|unterschreibt(?! (?:am|bis|nachste\\w*|heute|morgen|im|erst))|zeichnet|"
                        + "gibt (?:alles |das )?frei|gibt (?:das|die|den|sein|ihr)\\w* (?:ok|freigabe|grunes? licht|segen|go)|"
                        + "hat (?:" + GAP
                        + ")das (?:letzte wort|sagen)|hat (?:am ende |hier |dort )*zu entscheiden|bestimmt\\b(?= (?:alles|am ende|allein))|"
                        + "tekent(?! (?:op|morgen|volgende))|decideur|decisionnaire|decide en dernier|decisor[a]?|yo firmo|eu assino|"
                        + "decide lui|decisore|beslisser|beslist|hakt de knoop|beslutsfattare|beslutar|bestemmer)");
        put(
                "influencer",
                "(?:influencer|(?:only |just )?recommends|(?:only |just )?(?:gives|makes) (?:a |the |his |her )?recommendations?|"
                        + "makes the recommendation|(?:only |just )?(?:advises|advisory|weighs in)|has a say|gets a say|"
                        + "has (?:the ear of|a lot of influence|influence)|has \\w+'s ear|(?:his|her) (?:opinion|word) (?:counts|"
                        + "carries|matters)|everyone listens to|"
                        + "gibt nur eine empfehlung|empfiehlt|berat nur|redet mit|hat einfluss|hat das ohr|ne fait que recommander|"
                        + "recommande|conseille|a l'oreille|a son mot a dire|"
                        + "(?:solo )?recomienda|aconseja|influye|opina|so recomenda|recomenda|so indica|aconselha|influencia|"
                        + "da palpite|consiglia|raccomanda|adviseert|"
                        + "beeinflusser(?:in)?|influenceur)");
        put(
                "user",
                WORKS + " " + GAP + DAILY,
                "(?:s?he(?:'s| is)|they're|is|as) (?:just |only |clearly |really )?(?:a|our) (?:\\w+ )?user(?= (?:for|of|not|only|"
                        + "there)\\b|[.,;)]|$)|daily user|hands-on (?:with|user)|day[- ]to[- ]day (?:user|contact with the (?:tool|system|"
                        + "software))|will be day[- ]to[- ]day|in the (?:software|tool|system|product|app|platform|dashboard|portal) (?:"
                        + GAP + ")?" + DAILY
                        + "|end user|power user|anwender(?:in)?|utilisatrice|utilisateur|usuari[oa] (?:diari[oa]|final|principal)|"
                        + "works with it|lives in (?:the|it)");
    }

    private static void put(String role, String... cues) {
        var more = RoleWords.MORE.get(role);
        CUES.put(
                role,
                Pattern.compile(
                        "\\b(?:" + String.join("|", cues) + (more == null ? "" : "|" + more) + ")(?![\\p{L}])"));
    }

    record Role(String value, Span span) {}

    private Roles() {}

    /** "The champion there is ...", "nothing happens without ...": the part is told before the name. */
    static Optional<Role> before(Statement statement, Span name) {
        var words = statement.before(name, 70);
        var match = TOLD_FIRST.matcher(words);
        if (!match.find()) {
            if (USES_FIRST.matcher(statement.before(name, 90)).find() && !Clauses.denied(statement, name)) {
                return Optional.of(new Role("user", name));
            }
            return DECIDES_FIRST.matcher(words).find() && !Clauses.denied(statement, name)
                            || needed(statement, words, name)
                    ? Optional.of(new Role("decision_maker", name))
                    : Optional.empty();
        }
        var value =
                switch (match.group(1)) {
                    case "champion", "advocate", "sponsor" -> "champion";
                    case "blocker", "bremser" -> "blocker";
                    case "economic buyer", "budget holder", "budget owner", "budget", "money", "purse" ->
                        "economic_buyer";
                    case "influencer" -> "influencer";
                    default -> "decision_maker";
                };
        return Optional.of(new Role(value, name));
    }

    /** "Needs Anna's signature", "without Anna nothing moves". */
    private static boolean needed(Statement statement, String before, Span name) {
        var after = statement.after(name, 46);
        return WITHOUT.matcher(before).find() && NOTHING.matcher(after).find()
                || OWNED.matcher(after).find() && NEEDS.matcher(before).find()
                || CALL_OF.matcher(after).find();
    }

    private static final Pattern WITHOUT =
            Pattern.compile("\\b(?:without|ohne|sans|sin|sem|senza|zonder) (?:the |der |die |la |el |o |a |l')?$");
    private static final Pattern NOTHING = Pattern.compile(
            "^(?:'s \\w+[- ]?\\w*)?,? (?:nothing|no (?:deal|contract|signature)|lauft|geht|passiert|rien|nada|no se (?:mueve|hace|"
                    + "firma)|nada (?:anda|acontece|se)|niente|gebeurt)\\b");
    private static final Pattern OWNED = Pattern.compile(
            "^'s? (?:final |own )?(?:signature|approval|sign-?off|blessing|ok|okay|say-?so|go-?ahead|nod|green light)\\b");
    private static final Pattern NEEDS = Pattern.compile(
            "\\b(?:needs?|requires?|waits? for|nothing (?:\\w+ ){1,4}without|without|takes|braucht)\\b[^.;]*$");
    private static final Pattern CALL_OF = Pattern.compile(
            "^'s (?:call|decision)(?: (?:to make|in the end|alone))?\\b(?! (?:with|on|at|yesterday|today))");
    private static final Pattern USES_FIRST = Pattern.compile(
            "\\b(?:(?:quem|quien|chi|qui|who|person who|one who) (?:\\p{L}+ )?(?:vai |va a |va |will |shall )?(?:usar|utilizar|utiliza|usa|"
                    + "utilisera|utilise|usera|use|uses|be using|works? with|work in)\\b[^.;]{0,50}? (?:is|will be|e|es|c'est|sera|ser)|"
                    + "(?:daily|main|day[- ]to[- ]day|end|key) user(?: (?:there|at \\w+))?(?: is|:| will be)|(?:taglich|damit) arbeite[nt] "
                    + "(?:bei uns |hier |jetzt )*)(?: (?:a|o|la|el|le|il|our|their|unser\\w*|notre|frau|herr|now|agora|ahora))* $");
    private static final Pattern DECIDES_FIRST = Pattern.compile(
            "\\b(?:(?:man|woman|one|person|guy|lady) with the (?:pen|final say|last word|signature) is|decid(?:e|es)(?= (?:il|la|lo|o|a|el|notre|nostro)\\b)|"
                    + "(?:uber|bei) [\\p{L}]+ entscheidet(?: (?:bei uns|hier|am ende|letztlich|allein))*|entscheidet (?:bei uns|hier|am ende|letztlich|allein)|"
                    + "nothing (?:\\w+ ){1,5}(?:without|past)|everything (?:\\w+ ){0,2}(?:goes|go|comes|runs|lands|must go|"
                    + "has to go)(?: \\w+)? (?:past|across|through|via|by|over)|buck stops (?:with|at)|"
                    + "(?:decision|final call|call|say|word|signature|approval) (?:is|lies|rests|sits|stays|remains) (?:down to|"
                    + "up to|with)|(?:it|that|this|all|everything)(?:'s| is) (?:all )?(?:up to|down to)|"
                    + "(?:gets|is|be|are|get) (?:signed(?: off)?|approved|decided|authori[sz]ed) by|sign-?off (?:comes )?(?:from|by|"
                    + "with|is with)|(?:who|person who|one who|guy who) (?:signs|decides|approves)(?: \\w+)? is|"
                    + "(?:quien|el que|la que) (?:firma|decide|manda|aprueba)(?: \\w+)? es|la ultima palabra la tiene|"
                    + "depende (?:todo )?de|nada (?:\\w+ ){1,4}sin|"
                    + "(?:quem|o que|a que) (?:assina|decide|manda|aprova)(?: \\w+)? e|nada (?:\\w+ ){1,4}sem|tudo passa (?:por|"
                    + "pel[ao])|a palavra final e d[aeo]|"
                    + "qui (?:decide|signe|tranche|valide)(?:,)? c'est|rien (?:\\w+ ){1,5}sans|la decision (?:finale )?revient a|"
                    + "tout passe par|"
                    + "chi (?:decide|firma) e|niente (?:\\w+ ){1,4}senza|tutto passa da|"
                    + "(?:entscheidung|entscheid) (?:liegt|liegt am ende|trifft)(?: bei)?|das letzte wort hat|"
                    + "nichts (?:\\w+ ){0,3}ohne|(?:lauft|geht) (?:hier |dort )?alles uber den tisch von|entscheiden (?:tut|wird|"
                    + "darf)|unterschreiben (?:tut|wird|muss))"
                    + "(?: (?:the|their|our|der|die|le|la|el|o|a|al|frau|herrn?|mr|ms|mrs|mme|dr|c[a-z]o|now|am ende|still))*"
                    + "(?: (?:their|his|her|its|the|der|die|ihr\\w*|sein\\w*|leur|son|sa|su|sus|seu|sua|o|a|la|el|le|"
                    + "suo) [\\p{L} -]{2,28}?,)?"
                    + "(?: (?:o|a|el|la|il|lo|le|the|der|die|unser\\w*|notre|nosso|nossa|nuestr[oa]|our|their|mein\\w*|ma|mon|minha|meu|mi)"
                    + "(?: [\\p{L}.'-]+){1,4},?(?: (?:frau|herrn?|mr|mrs|ms|mme|m\\.|dr\\.?|sra?\\.?|dra?\\.?))?)? $");
    private static final Pattern TOLD_FIRST = Pattern.compile(
            "\\b(champion|advocate|sponsor|decision[- ]maker|blocker|bremser|economic buyer|budget holder|budget owner|budget|money|"
                    + "purse|influencer|"
                    + "entscheider(?:in)?|decideur|decisor[a]?|signatory|final decision|last word|final word|final say)(?: (?:at|"
                    + "there|for|in|"
                    + "bei|chez|en)[\\w ]{0,16})?(?: is| ist| est| es| e|:| =| will be| would be| lies with| sits with| rests with|"
                    + " belongs to| is with)(?: now| still|"
                    + " their| our| the| (?:c[a-z]o|vp|head))* $");

    static Optional<Role> in(Statement statement, Span within) {
        for (var cue : CUES.entrySet()) {
            for (var place : statement.all(cue.getValue())) {
                if (within.holds(place)
                        && !Clauses.denied(statement, place)
                        && !statement.before(place, 12).matches(".*(?:who|whether|if) $")) {
                    return Optional.of(new Role(cue.getKey(), place));
                }
            }
        }
        return Optional.empty();
    }
}
