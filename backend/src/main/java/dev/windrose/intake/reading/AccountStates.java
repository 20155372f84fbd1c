package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where an account stands with us: told as an event, set by name, or come back after it had gone quiet. */
final class AccountStates {

    private static final Map<String, Pattern> STATE = new LinkedHashMap<>();

    static {
        STATE.put(
                "dormant",
                Pattern.compile(
                        "\\b(?:dormant|gone (?:silent|quiet|dark)|went (?:silent|dark|quiet)|ghosted us|ghosting us|radio silence|"
                                + "(?:not|no|never) (?:answer\\w*|reply|replies|replied|respon\\w+|"
                                + "heard)(?: from them)?(?: \\w+){0,3} (?:since|for (?:weeks|months|\\w+ months))|"
                                + "meldet sich (?:seit|nicht mehr)|melden sich nicht mehr|funkstille|silence radio|"
                                + "ne repond(?:ent)? plus|no contestan?|sin respuesta desde|sumiu|sumiram|nao responde\\w*|"
                                + "non rispond\\w+ piu|"
                                + "schlafend|dormido|en sommeil)\\b"));
        STATE.put(
                "churned",
                Pattern.compile(
                        "\\b(?:churned|has churned|is churned|they have left us|left us for good|abgewandert|sind weg|"
                                + "contract (?:has )?ended and|(?:is|are) no longer (?:a |our )?customers?|"
                                + "not a customer any ?more|(?:has|have) (?:cancelled|canceled|terminated|quit|"
                                + "left)(?: us)? and (?:is|are) gone|"
                                + "(?:is|are) gone (?:for good|as a customer)|stopped being a customer|keine? kunden? mehr|"
                                + "ne sont plus client\\w*|n'est plus client\\w*|ya no (?:es|son) client\\w*|"
                                + "nao (?:e|sao) mais client\\w*|non (?:e|sono) piu client\\w*|abgesprungen|"
                                + "(?:has|have|had) (?:stopped|finished|broken) with us|(?:switched|turned|shut|pulled|ripped|threw|"
                                + "thrown|took|taken) (?:\\w+ ){0,4}?(?:off|out|down)\\b[^.;]{0,40}(?:for good|won't come back|"
                                + "will not come back|not coming back|never (?:to )?(?:return|come back))|"
                                + "(?:has|have) (?:moved|gone|switched) (?:over )?to (?:a |the |another )?(?:competitor|rival|"
                                + "other vendor)\\b[^.;]{0,30}(?:for good|gone|done|over)|"
                                + "haben (?:uns )?(?:endgultig )?(?:verlassen|abgeschaltet)|nous (?:a|"
                                + "ont) (?:definitivement )?quittee?s?|nos (?:dejo|dejaron|abandon\\w+) (?:para siempre|definitivamente)|"
                                + "se fue(?:ron)? para siempre|nos deix\\w+ de vez|(?:ci|definitivamente) (?:ha|hanno) lasciat\\w+)\\b"));
        STATE.put(
                "using",
                Pattern.compile(
                        "\\b(?:(?:is|are|gone|now) live(?! (?:by|on|in|from|with (?:their|our)))|went live|(?:has|have) gone live|"
                                + "live (?:since|as of)|up and running|in production(?: now| since)|ging(?:en)? (?:\\w+ ){0,3}live|"
                                + "sind live gegangen|ist live|produktiv seit|"
                                + "(?:est|sont) en production|(?:est|sont) en ligne depuis|tourne(?:nt)? depuis|ya (?:esta|"
                                + "estan) en produccion|salio en vivo|ya lo usan|en marcha desde|entr(?:ou|aram) no ar|ja (?:esta|"
                                + "estao) (?:usando|no ar|em producao)|sono live|e partit[oa]|customer state (?:to |"
                                + "is )?using|live since|(?:to|as|->|→) using|sind (?:jetzt )?live|seit heute live|actively using)\\b"));
        STATE.put("buying", Pattern.compile("\\b(?:to|as|state|->|→|is|now) (?:is |to )?buying\\b"));
        STATE.put("exploring", Pattern.compile("\\b(?:to|as|state|->|→|is|are|now) (?:is |to |back to )?exploring\\b"));
    }

    private static final String NAMED = "(dormant|exploring|buying|using|churned)";
    /** "Set them to churned": an order, also where the sentence asks for something else as well. */
    private static final Pattern SET = Pattern.compile(
            "\\b(?:set|mark|move|put|flag|switch|change|turn|tag|make|update|bring|take|setz\\w*|stell\\w*|markier\\w*|mettez|mets|"
                    + "mettre|passez|passer|"
                    + "pon\\w*|marca\\w*|cambia\\w*|muda\\w*|passa\\w*|coloca\\w*|metti|segna)\\b[^.;]{0,40}?\\b(?:to|as|on|into|"
                    + "back to|auf|als|en|a|como|para|em|su|come|=|:) ?\"?"
                    + NAMED + "\\b");
    /** "Drop the dormant flag". */
    private static final Pattern DROPPED = Pattern.compile(
            "\\b(?:drop|remove|lift|clear|take off|delete|no longer|not|raus aus|entfern\\w*|retire[rz]?|quita\\w*|tira\\w*|"
                    + "togli\\w*) (?:(?:the|their|that|any ?more|die|den|le|la|el|o|a) )*(?:dormant|churned)\\b"
                    + "(?:[^.;]{0,30}?\\b(exploring|buying|using)\\b)?");

    private static final Pattern BACK = Pattern.compile(
            "\\b(?:back from the dead|(?:woke|woken|waking) up(?: again)?|awake again|risen again|(?:is|are|'re|"
                    + "'s) back(?= (?:in touch|in the (?:market|game|picture)|with us|on (?:the )?(?:radar|track)|to us)\\b|[!,.]|$)|"
                    + "(?:actively )?(?:looking|interested|shopping|talking|evaluating|exploring) again|back (?:in|on) the (?:market|"
                    + "table|game|radar)|re-?engaged|re-?activated?|resurfaced|out of hibernation|"
                    + "wieder (?:aktiv|da\\b|interessiert|im gesprach|wach|an bord|auf der suche|dran)|aufgewacht|"
                    + "meld\\w+ sich wieder|de retour|a nouveau (?:interess\\w+|actif\\w*)|se sont reveill\\w+|"
                    + "otra vez (?:activ\\w+|interesad\\w+)|vuelv\\w+ a (?:estar )?(?:interesad\\w+|buscar|mirar)|han vuelto|"
                    + "(?:estao|esta) de volta|voltaram|acordaram|de novo interessad\\w+|sono tornati|di nuovo interessat\\w+)");
    private static final Set<String> GONE = Set.of("dormant", "churned");
    private static final Pattern NOT_YET = Pattern.compile(
            "(?s).*\\b(?:will|wants? to|want to|to go|to be|would|once|when|before|until|be|drop|remove|lift|clear|no longer)\\b.*");

    private AccountStates() {}

    static void read(Reading reading, Statement statement, KnownRecord company) {
        if (reading.message.fromOutside()) {
            return;
        }
        if (named(reading, statement, company) || reading.taken.contains(statement)) {
            return;
        }
        boolean[] told = {false};
        STATE.forEach((state, cue) -> statement
                .find(cue)
                .filter(place -> !(state.equals("dormant") && silentPerson(statement, place)))
                .filter(place -> !Clauses.denied(statement, place)
                        && !NOT_YET.matcher(statement.before(place, 24)).matches())
                .ifPresent(place -> {
                    told[0] = true;
                    set(reading, statement, company, state, place);
                }));
        if (!told[0] && GONE.contains(company.textOr("customer_state", ""))) {
            statement
                    .find(BACK)
                    .filter(place -> !Clauses.denied(statement, place))
                    .ifPresent(place -> set(reading, statement, company, "exploring", place));
        }
    }

    /** One of their people is silent, and it is the sale that is spoken of. */
    private static boolean silentPerson(Statement statement, dev.windrose.llm.language.Span place) {
        return AT_RISK.matcher(statement.folded).find()
                && statement.contacts.stream()
                        .anyMatch(mention -> mention.span().end() <= place.start()
                                && place.start() - mention.span().end() < 16);
    }

    private static final Pattern AT_RISK = Pattern.compile(
            "\\b(?:at[- ]risk|wobbl\\w+|shaky|in danger|in jeopardy|gefahrdet|wackelt|auf der kippe|a risque|en riesgo|em risco|a rischio|mark it|"
                    + "flag it)\\b");

    /** The state is called by its name in an order. */
    private static boolean named(Reading reading, Statement statement, KnownRecord company) {
        var dropped = DROPPED.matcher(statement.folded);
        if (dropped.find() && GONE.contains(company.textOr("customer_state", ""))) {
            set(
                    reading,
                    statement,
                    company,
                    dropped.group(1) == null ? "exploring" : dropped.group(1),
                    statement.span(dropped));
            return true;
        }
        var match = SET.matcher(statement.folded);
        if (match.find() && !Clauses.denied(statement, statement.span(match))) {
            set(reading, statement, company, match.group(1), statement.span(match));
            return true;
        }
        return false;
    }

    private static void set(
            Reading reading,
            Statement statement,
            KnownRecord company,
            String state,
            dev.windrose.llm.language.Span place) {
        reading.update(company, statement.span()).set("customer_state", state, reading.evidence(place), 0.85);
    }
}
