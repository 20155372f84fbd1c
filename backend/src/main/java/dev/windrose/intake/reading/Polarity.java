package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.regex.Pattern;

/** Is what a clause says told as a fact, or denied, wished, planned, imagined, told by others, or long gone? */
final class Polarity {

    /** Operators whose scope is the clause after them: what follows is not said to be so. */
    private static final Pattern UNREAL = Pattern.compile(
            "\\b(?:(?:i|we) wish(?! to)|if only|imagine|suppose|supposing|let's say|lets say|let's pretend|pretend|hypothetical\\w*|"
                    + "in theory|for example|e\\.g\\.|as an example|would have|could have|should have|might have|may have|were to|"
                    + "angenommen|zum beispiel|theoretisch|imaginons|supposons|par exemple|aurait|auraient|"
                    + "supongamos|habria\\w*|por ejemplo|ojala|suponhamos|teria\\w*|por exemplo|tomara|magari)\\b");

    /** A condition still open, or a time that has not come. */
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:once|as soon as|only when|when (?:you|we|they) (?:drop|come down|agree|accept|match|lower|go down|meet)|"
                    + "could only|would only|only after|the moment|contingent on|hinges on|hangs on|conditional on|depends on|"
                    + "should they|sobald|sollten? sie|vorbehaltlich|abhangig von|nur wenn|erst wenn|des que|lorsqu\\w*|a condition|"
                    + "a reserve|en cuanto|siempre que|siempre y cuando|cuando (?:el|la|los|nos|se|firmen|aprueben)|assim que|desde que|"
                    + "quando (?:o|a|eles|assinarem)|appena|qualora|zodra|wanneer|sa snart|nar (?:de|han|hon))\\b");

    /** What is meant to come, is wished for or is feared. */
    private static final Pattern AHEAD = Pattern.compile(
            "\\b(?:will|'ll|won't|shall|(?:is|are) to(?= be\\b)|sera|seront|seran|serao|sara|would|going to|gonna|about to|"
                    + "intend\\w*|aim\\w*|plan(?:s|ning|ned)?|hop(?:e|es|ing)|expect\\w*|"
                    + "want(?:s|ed)?|wish\\w*|should|could|may|might|must|need(?:s)? to|ready to|close to|keen to|happy to|"
                    + "eager to|due to|try(?:ing)? to|"
                    + "afraid|fear\\w*|worr(?:y|ied)|threaten\\w*|likely|probably|supposed to|promis\\w*|likes? to|"
                    + "wird|werden|will|wollen|mochte\\w*|soll\\w*|hoff\\w*|plan(?:t|en)|konnte\\w*|durfte\\w*|wahrscheinlich|"
                    + "va|vont|veut|veulent|espere\\w*|devrait|pourrait|compte(?:nt)?(?= \\p{L}+(?:er|ir|re)\\b)|van a|va a|"
                    + "quier\\w*|espera\\w*|podria\\w*|"
                    + "deberia|vai|vao|quer(?:em)?|pretende\\w*|deve\\w*|poderia|vuole|vogliono|spera\\w*|dovrebbe|wil|willen|zal|"
                    + "zullen|hoopt|kommer att|vill|skal)\\b");

    /** Somebody who does not speak for the account tells it. */
    private static final Pattern TOLD = Pattern.compile(
            "(?:^|\\b(?:i|we|just|have|also|only|and) )heard\\b(?! back)|\\b(?:hearing that|i read|i saw on|we read|"
                    + "saw on (?:linkedin|twitter|x)|according to (?!the (?:contract|record|order|invoice)|our|their|him|her|plan)|"
                    + "rumou?r\\w*|gossip|apparently|supposedly|allegedly|reportedly|seemingly|presumably|word (?:is|has it)|"
                    + "people say|some say|everybody says|everyone says|linkedin (?:says|post)|per linkedin|on linkedin|"
                    + "the (?:newspaper|press)|"
                    + "(?:a|some|another|the|my|an old|our) (?:friend|guy|bloke|chap|somebody|contact at (?:another|a)|"
                    + "recruiter|taxi driver|driver|neighbou?r|"
                    + "reseller|partner|competitor|rival|consultant|journalist|ex-\\w+|former \\w+)[^,.]{0,30} (?:said|says|"
                    + "told|mentioned|claims?|claimed|reckons?|thinks?|heard|hinted)|"
                    + "(?:someone|somebody|one of their competitors|a competitor|people)[^,.]{0,24} (?:said|says|told|mentioned|"
                    + "claims?|claimed|reckons?|thinks?|hinted)|"
                    + "(?:rumou?r|claim|story|gossip) (?:is|that|has)|laut (?:linkedin|presse|zeitung|flurfunk|gerucht\\w*)|"
                    + "gerucht\\w*|angeblich|"
                    + "habe gehort|gehort,? dass|man hort|munkelt|soll(?:en)? (?:\\w+ ){1,6}(?:haben|sein)|on dit que|"
                    + "j'ai entendu|il parait|parait[- ]il|"
                    + "selon (?:la presse|linkedin|un ami|une amie)|dicen que|he oido|segun (?:la prensa|linkedin|un amigo)|"
                    + "dizem que|ouvi (?:dizer|falar)|"
                    + "segundo (?:a imprensa|o linkedin|um amigo)|si dice|ho sentito|pare che)\\b");

    private static final Pattern EXAMPLE = Pattern.compile(
            "\\b(?:as an example|an example|example (?:deal|amount|value|record|data)|template|sample|dummy|demo data|"
                    + "placeholder|mock-?up|screenshot|beispiel\\w*|vorlage|muster|exemple|ejemplo|plantilla|exemplo|modelo de|"
                    + "esempio)\\b");
    /** A list of aims, or a game: what it says is wanted or tried out. */
    static final Pattern AIM = Pattern.compile(
            "^\\W*(?:(?:our |my |the |team |sales |unser\\w* |mein\\w* |notre |mon |nuestro |mi |nosso |meu )?(?:goals?|targets?|"
                    + "aims?|dreams?|wish ?list|wishes|hopes?|stretch|ambition|if all goes well|forecast|best case|worst case|scenario|"
                    + "ziele?|wunsch\\w*|prognose|szenario|objectifs?|but|souhaits?|previsions?|scenario|objetivos?|metas?|deseos?|"
                    + "pronostico|escenario|desejos?|previsao|cenario|obiettivi?|sogno)\\b[^.;:]{0,30}:)"
                    + "|\\b(?:practice run|dry run|test run|trial run|just pretend|let's pretend|role-?play|sandbox record|"
                    + "for training purposes|probelauf|zum uben|nur ein test|rollenspiel|pour l'exercice|simulacro|de mentira|"
                    + "de prueba|de brincadeira|per finta)\\b");
    /** What somebody was on the point of doing has not been done. */
    private static final Pattern ABANDONED = Pattern.compile(
            "\\b(?:(?:was|were) (?:just |already |actually |this close to |very )?(?:about to|going to|gonna|on the verge of|"
                    + "on the point of|tempted to|close to|ready to|set to|supposed to)|(?:wanted|meant|intended|hoped|planned) to|"
                    + "(?:nearly|almost|all but|not quite)|wollte(?:n|st)? (?:\\w+ ){0,4}?|(?:war|waren) (?:\\w+ )?(?:kurz davor|"
                    + "drauf und dran)[^,]{0,20},?|(?:hatte|hatten) (?:\\w+ ){0,3}?(?:fast|beinahe)|(?:fast|beinahe)(?: schon)?|"
                    + "(?:j'|il |elle |on |nous )?(?:allais|allait|allions) |(?:ai|a|avons|ont) failli|(?:j'etais|"
                    + "etait) sur le point de|voulais|iba a|ibamos a|iban a|estaba (?:por|a punto de)|estuve a punto de|"
                    + "queria(?:mos)?|por poco|"
                    + "(?:eu )?(?:ia|iamos|iam)|estava (?:para|prestes a|quase)|por pouco|stavo per|stavamo per|volevo|wilde|"
                    + "stond op het punt) ?(?:(?!let\\b|tell\\b|say\\b|sagen\\b|dire\\b|decir\\b|dizer\\b)[\\p{L}']+ ){0,6}$");
    /** Never, in a picture. */
    private static final Pattern NEVER = Pattern.compile(
            "\\b(?:hell freezes over|pigs (?:can )?fly|cold day in hell|sankt-?nimmerleins\\w*|ostern und weihnachten|"
                    + "quand les poules auront|la semaine des quatre jeudis|cuando las ranas|nem que a vaca tussa|dia de sao nunca|"
                    + "quando gli asini)\\b");
    /** What stands in quotation marks behind it is a text, not a report. */
    private static final Pattern PATTERN_TEXT = Pattern.compile(
            "\\b(?:template|sample|draft|example|subject line|headline|wording|script|slide|vorlage|muster|beispiel|entwurf|betreff|"
                    + "modele|exemple|brouillon|plantilla|ejemplo|borrador|modelo|exemplo|rascunho|esempio|bozza)\\b[^.]{0,40}[:\"]");

    private static final Pattern TOLD_AFTER = Pattern.compile(
            "^[^.;]{0,40}(?:\\b(?:apparently|supposedly|allegedly|reportedly|angeblich|(?:or )?so (?:i|we) hear|i hear|(?:says|"
                    + "said|per|according to|laut|selon|segun|segundo) (?:linkedin|the press|twitter|a (?:friend|competitor|reseller)|"
                    + "some\\w+|my \\w+|der \\w+meister)|sagt man|wie man hort|dizem|dicen|on dit))\\b");

    /** It was so once. */
    private static final Pattern GONE = Pattern.compile(
            "\\b(?:used to|back then|formerly|in the old days|years ago|last year|until (?:recently|last \\w+)|the year before|"
                    + "previously|at the time|"
                    + "once upon|before (?:covid|the merger|the pandemic)|fruher|damals|letztes jahr|vor jahren|bis vor kurzem|"
                    + "a l'epoque|autrefois|"
                    + "l'an dernier|l'annee derniere|il y a \\d+ ans|antiguamente|en aquel entonces|el ano pasado|hace anos|"
                    + "antigamente|naquela epoca|"
                    + "ano passado|anni fa|l'anno scorso|vorig jaar|forra aret)\\b");

    private static final Pattern YEAR = Pattern.compile("\\b(?:back in|in|en|em|im jahr|nel|i) ((?:19|20)\\d\\d)\\b");

    private Polarity() {}

    /** Nothing in the sentence before the place, and nothing in its clause, takes the fact back. */
    static boolean imagined(Statement statement, Span place) {
        var before = statement.between(statement.span().start(), place.start());
        return UNREAL.matcher(before).find()
                || ABANDONED.matcher(before).find()
                || TOLD.matcher(before).find()
                || TOLD_AFTER.matcher(statement.after(place, 60)).find()
                || OPEN.matcher(statement.clauseText(place)).find()
                || EXAMPLE.matcher(statement.clauseText(place)).find()
                || PATTERN_TEXT.matcher(before).find()
                || AIM.matcher(statement.folded).find()
                || NEVER.matcher(statement.folded).find();
    }

    static boolean ahead(Statement statement, Span place) {
        var clause = statement.clause(place);
        return AHEAD.matcher(statement.between(clause.start(), place.start())).find();
    }

    static boolean gone(Statement statement, Span place, int year) {
        var clause = statement.clause(place);
        var before = statement.between(clause.start(), place.start());
        var told = YEAR.matcher(before);
        return GONE.matcher(before).find() || told.find() && Integer.parseInt(told.group(1)) < year;
    }
}
