package dev.windrose.intake.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** "No ticket, nothing is broken", "so no visit to record": a kind of record that the author does not want to see made. */
final class Refused {

    private static final Map<String, String> KINDS = new LinkedHashMap<>();
    private static final Map<String, Pattern> REFUSED = new LinkedHashMap<>();
    /** A thing by these names is also spoken of where nothing is refused. */
    private static final Set<String> COMMON =
            Set.of("interaction", "contact", "company", "feedback", "objection", "project");

    static {
        KINDS.put(
                "issue",
                "tickets?|support (?:ticket|case)|cases?|stor(?:ung|fall)|vorgang|incidencias?|chamados?|tiquete");
        KINDS.put(
                "interaction",
                "calls?|meetings?|visits?|chats?|demos?|interactions?|conversations?|gesprach\\w*|besuch\\w*|termine?|anrufe?|"
                        + "treffen|appels?|visites?|reunions?|rendez-vous|echanges?|"
                        + "llamadas?|visitas?|reunion(?:es)?|ligacao|ligacoes|reuniao|reunioes|conversas?|chiamat[ae]|incontr[oi]");
        KINDS.put(
                "deal",
                "(?:new )?deals?|opp(?:ortunit\\w+)?|opps|leads?|chancen?|verkaufschancen?|affaires?|opportunites?|"
                        + "oportunidad(?:es)?|negocios?|oportunidades?|trattativ[ae]|opportunita");
        KINDS.put(
                "task",
                "tasks?|to-?dos?|reminders?|follow-?ups?|aufgaben?|erinnerung\\w*|wiedervorlagen?|taches?|rappels?|tareas?|"
                        + "recordatorios?|tarefas?|lembretes?|promemoria");
        KINDS.put("contact", "contacts?|kontakte?|contactos?|contatos?|contatti?");
        KINDS.put(
                "company",
                "compan(?:y|ies)|accounts?|firmen?|entreprises?|comptes?|empresas?|cuentas?|contas?|aziend[ae]");
        KINDS.put("feedback", "feedback|compliments?|ruckmeldung\\w*|beschwerden?|avis|comentarios?");
        KINDS.put("objection", "objections?|einwand|einwande|objecion(?:es)?|objecao|obiezion[ei]");
        KINDS.put("project", "projects?|projekte?|projets?|proyectos?|projetos?|progetti?");
        KINDS.forEach((entity, nouns) -> REFUSED.put(entity, refusal(entity, "(?:" + nouns + ")\\b")));
    }

    /** What is there already must not come a second time. */
    private static final Pattern SECOND = Pattern.compile(
            "\\b(?:no|not a|kein\\w*|pas (?:de|d'un|un)|ningun\\w*|nenhum\\w*) (?:second|2nd|duplicate|double|zweite\\w*|"
                    + "doppelte\\w*|doublon|deuxieme|segund[oa]|duplicad[oa]|doppione)(?: (?:one|entry|ticket|record|issue|mal|eintrag))?\\b|"
                    + "\\b(?:don't|do not|dont|no need to) (?:open|raise|create|log|make|add) (?:a |an |another |"
                    + "yet another )*(?:second|new|another|duplicate)(?: one)?\\b|"
                    + "\\b(?:nicht|kein\\w*) (?:noch mal|nochmal|doppelt|neu) (?:anlegen|aufmachen|erfassen)|\\b(?:pas de doublon|"
                    + "sin duplicar|sem duplicar)\\b");

    private final Reading reading;

    Refused(Reading reading) {
        this.reading = reading;
    }

    void withdraw() {
        for (var statement : reading.statements) {
            if (statement.part.passedOn() || statement.is(Mode.CONDITION)) {
                continue;
            }
            REFUSED.forEach((entity, pattern) -> statement.find(pattern).ifPresent(_ -> withdraw(statement, entity)));
            if (statement.has(SECOND)) {
                withdraw(statement, "issue");
            }
        }
    }

    /** What was told up to there, and right behind it. */
    private void withdraw(Statement statement, String entity) {
        int end = next(statement)
                .map(after -> after.span().end())
                .orElse(statement.span().end());
        reading.drafts.stream()
                .filter(draft -> draft.record == null
                        && draft.entity.equals(entity)
                        && draft.evidence.start() < end
                        && (statement.companies.isEmpty()
                                || draft.company == null
                                || draft.company.sameAs(statement.company)))
                .forEach(draft -> draft.withdrawn = true);
    }

    private Optional<Statement> next(Statement statement) {
        int at = reading.statements.indexOf(statement) + 1;
        return at < reading.statements.size() ? Optional.of(reading.statements.get(at)) : Optional.empty();
    }

    private static Pattern refusal(String entity, String nouns) {
        String end = COMMON.contains(entity)
                ? "(?= (?:to (?:log|record|book|file|enter|write|note|report)|(?:is |was )?(?:needed|required|necessary|please|pls)|"
                        + "(?:zu |ein)?(?:erfassen|anlegen|eintragen|notieren|zu erfassen|einzutragen)|a (?:consigner|saisir|noter)|"
                        + "que registrar|(?:a|para) registrar|da registrare))"
                : "(?= ?(?:$|[,.;!)]|-)| (?:please|pls|plz|bitte|svp|stp|por favor|pf|pfv|per favore|needed|required|necessary|yet|"
                        + "for (?:this|that|now|it)|to (?:log|record|book|file|enter|write|open|create|raise)|"
                        + "from (?:this|it|that)|because|as|since|draus|daraus|dafur|anlegen|erfassen|aufmachen|eroffnen|erstellen|"
                        + "notig|notwendig|noch|encore|ainda|todavia|aun|por ahora|por enquanto|ancora))";
        return Pattern.compile(
                "\\b(?:so |but |and |also |deshalb |aber |donc |mais |pero |mas )?(?:no|kein(?:e|en|er)?|pas (?:de|d')|aucun(?:e)?|"
                        + "sin|ningun(?:a)?|sem|nenhum(?:a)?|nessun(?:a|o)?|niente) ?(?:new |more |further |separate |extra |neue[nrs]? |"
                        + "weitere[nrs]? |nouveau |nouvelle |nuev[oa] |nov[oa] |nuov[oa] )?"
                        + nouns + end
                        + "|\\b(?:(?:please |pls )?(?:don't|do not|dont|not to|never)|no need (?:to|for)|needn't|without|rather than|"
                        + "instead of) (?:log|logging|open|opening|create|creating|raise|raising|add|adding|make|making|book|booking|"
                        + "record|recording|file|filing|set up|setting up|turn)(?: (?:it|this|that|him|her|them|us))?(?: (?:as|for|"
                        + "into))? ?(?:a |an |any |another |the |this |that |new |of it )*"
                        + nouns
                        + "|\\b(?:ne |n'|no |nao |non )(?:ouvr|cree|creez|fais|faites|enregistr|consign|abr|cre|crie|hag|registr|"
                        + "faca|fac|apr|crea|anot)\\w* (?:pas |lo |la |o |a )?(?:(?:de|d'|un|une|ningun|ninguna|una|um|uma|nenhum|"
                        + "nenhuma|uno|le|la|el|o|a) ?)?"
                        + nouns
                        + "|\\b(?:nicht|ohne) (?:als )?(?:ein |eine |einen )?" + nouns
                        + " (?:anlegen|erfassen|aufmachen|eroffnen|eintragen|anzulegen)");
    }
}
