package dev.windrose.intake.reading;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** A figure or a rhythm of payment was put on the table, and the author says that nobody on our side has taken it up. */
final class Uncommitted {

    private static final Set<String> OPEN = Set.of("deal_amount", "deal_amount_currency", "payment_frequency");

    private static final Pattern NO_WORD = Pattern.compile(
            "\\b(?:(?:i|we) (?:\\w+ )?(?:didn't|did not|haven't|have not|won't|wouldn't|can't|couldn't|never|don't|"
                    + "did n't) (?:\\w+ )?(?:bite|bit|commit\\w*|agree\\w*|promise\\w*|budge\\w*|accept\\w*|say yes|said yes|confirm\\w*|"
                    + "take|took|go there|reply|replied|answer\\w*|respond\\w*|move[d]?|give in|given? (?:an answer|my word)|nod\\w*|match)|"
                    + "(?:i|we) (?:\\w+ )?(?:made no|gave no|left it (?:open|there|at that)|said no|said nothing|kept quiet|laughed|"
                    + "declined|refused|turned (?:it|that|him|her|them) down|changed the subject|shook my head)|"
                    + "nothing (?:is |was |has been )?(?:agreed|promised|shaken|settled|firm|fixed|confirmed|decided|accepted|"
                    + "signed off|committed|in writing|on paper)|no (?:number|price|amount|figure|rate|discount) (?:is |"
                    + "was )?(?:agreed|promised|fixed|confirmed)|"
                    + "no (?:promise|promises|commitment|answer|reply|decision|agreement|deal) (?:made |given )?(?:from|by|on) (?:us|"
                    + "me|our side)|no (?:promises|commitment) (?:made|given)|told (?:him|her|them|\\p{L}+) (?:that )?(?:i|we)(?:'d|"
                    + "'ll| would| will| have| need| must| had)? ?(?:to |have to |need to )?(?:ask|check|think|see|come back|"
                    + "get back|talk|run it by|look into)|"
                    + "(?:i|we)(?:'d|'ll| would| will| have to| need to| must)? (?:have to )?(?:check|ask|clear it|run it|"
                    + "take it back|see what)\\b.{0,20}(?:finance|boss|management|internally|\\p{L}+ first|back|w/|with)|(?:our |"
                    + "the )?(?:price|number|offer|rate|amount|figure) (?:stays|stands|remains) (?:where it (?:is|was)|as (?:it )?is|"
                    + "put|firm|unchanged)|"
                    + "(?:is|are|was|that's|it's|ist) (?:their|his|her) (?:number|figure|wish|dream|idea|price|maths|opening (?:bid|"
                    + "shot))|not (?:agreed|accepted|approved|ours|from our side|our number)|"
                    + "(?:hab|habe|haben|hatte)\\w* (?:ich |wir )?(?:ihm |ihr |ihnen |dem |da |dazu |noch )*(?:nichts|nix|"
                    + "keine \\p{L}+) (?:zugesagt|versprochen|bestatigt|vereinbart|zugesichert)|nichts (?:zugesagt|vereinbart|"
                    + "versprochen|fix|fest|entschieden|in trockenen)|(?:hab|habe|haben) (?:ich |wir )?(?:abgelehnt|nein gesagt|"
                    + "abgewunken)|(?:unser )?preis bleibt|muss (?:ich )?(?:erst )?(?:intern|mit \\p{L}+) (?:klaren|fragen|abstimmen|"
                    + "besprechen)|noch (?:nicht )?(?:offen|zugesagt|vereinbart)|"
                    + "(?:je n'ai|on n'a|nous n'avons|n'ai) (?:rien|pas) (?:promis|accepte|confirme|repondu|cede|valide|dit oui)|"
                    + "rien (?:n'est |de )?(?:promis|acte|decide|signe|convenu|ferme)|j'ai (?:refuse|dit non)|"
                    + "(?:notre )?prix (?:reste|ne bouge pas)|je dois (?:d'abord )?(?:voir|demander|verifier)|"
                    + "(?:no (?:le|les|lo)? ?)(?:prometi|promet[ií] nada|acepte|confirme|dije que si)|(?:le|les) dije que no|"
                    + "nada (?:acordado|cerrado|decidido|firme|prometido|firmado)|(?:nuestro )?precio (?:se queda|se mantiene|"
                    + "no se mueve)|tengo que (?:consultar|preguntar|verlo)|"
                    + "(?:nao|nada) (?:prometi|aceitei|confirmei|combinado|combinei|acertado|fechado|decidido|acordado|prometido)|"
                    + "(?:eu )?disse que nao|(?:nosso )?preco (?:fica|se mantem|continua|nao muda)|preciso (?:consultar|ver com|perguntar)|"
                    + "(?:non ho|non abbiamo) (?:promesso|accettato|confermato)|niente di (?:deciso|concordato)|niets (?:toegezegd|"
                    + "afgesproken))\\b");

    /** It is the figure that is not taken up, not something else that comes with it. */
    private static final Pattern OF_IT = Pattern.compile(
            "^ ?(?:$|[,.;:!?)\\n]|- |(?:to |on |at |about )?(?:it|that|this|him|her|them|those|the (?:price|amount|number|figure|"
                    + "rate|spot|sum))\\b|yet\\b|so far|though|at all|there|and\\b|but\\b|until|till|because|as\\b|either|of course|"
                    + "obviously|finance|our|my|with|internally|where|if\\b|"
                    + "noch|bisher|dazu|darauf|aber|und|intern|encore|pour l'instant|mais|et\\b|a ca|todavia|aun|pero|y\\b|a eso|"
                    + "por ahora|ainda|mas\\b|nisso|por enquanto|ancora|ma\\b)");
    /** Taken up all the same. */
    private static final Pattern TAKEN_UP = Pattern.compile(
            "\\b(?:agreed|final|finally|settled (?:on|at)|it is|ok(?:ay)? with|fine with|shook (?:hands )?on|decided|closed at|"
                    + "accepted|confirmed|approved|vereinbart|einverstanden|zugesagt|bestatigt|fix|valide\\w*|accepte\\w*|convenu|conclu|"
                    + "acordad\\w*|cerrad\\w*|aceptad\\w*|fechou|fechado|fechamos|combinado|aceit\\w*)\\b");

    private final Reading reading;

    Uncommitted(Reading reading) {
        this.reading = reading;
    }

    void withdraw() {
        if (reading.message.fromOutside()) {
            return;
        }
        var statements = reading.statements;
        for (int i = 0; i < statements.size(); i++) {
            var statement = statements.get(i);
            if (ofIt(statement) && !statement.is(Mode.QUESTION)) {
                boolean itself = !statement.moneys.isEmpty() || statement.raw.length() > 70;
                var told = i > 0 && near(statements.get(i - 1), statement) && !(itself && other(statements, i))
                        ? List.of(statements.get(i - 1), statement)
                        : List.of(statement);
                reading.drafts.stream()
                        .filter(draft -> draft.entity.equals("deal"))
                        .forEach(draft -> open(draft, told));
            }
        }
    }

    private static boolean ofIt(Statement statement) {
        return statement.all(NO_WORD).stream()
                .anyMatch(place -> OF_IT.matcher(statement.after(place, 30)).find());
    }

    private static boolean takenUp(Statement statement) {
        return statement.all(TAKEN_UP).stream().anyMatch(place -> !Clauses.denied(statement, place));
    }

    /** The sentence names a figure of its own, so that it does not speak of the one before. */
    private static boolean other(List<Statement> statements, int at) {
        return !statements.get(at).moneys.isEmpty() && !NotForRecord.joined(statements.get(at - 1), statements.get(at));
    }

    private static boolean near(Statement before, Statement statement) {
        return before.part == statement.part
                && (statement.companies.isEmpty() || Objects.equals(before.company, statement.company));
    }

    private static void open(Draft draft, List<Statement> told) {
        draft.fields
                .values()
                .removeIf(field -> OPEN.contains(field.field())
                        && told.stream()
                                .anyMatch(statement -> !takenUp(statement)
                                        && statement.span().start()
                                                <= field.evidence().start()
                                        && field.evidence().end()
                                                <= statement.span().end()));
        if (draft.record != null) {
            draft.withdrawn |= draft.fields.isEmpty();
        }
    }
}
