package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The author says outright that it is not clear to them whom or what the news is of: it is asked, and none of those named gets it. */
final class WhoIsMeant {

    private static final Pattern UNKNOWN = Pattern.compile(
            "\\b(?:(?:i )?(?:can )?never (?:know|remember|recall) (?:which|who)(?:'s| is| one)?|(?:which|who) is (?:which|who)\\b|"
                    + "which (?:one )?(?:was|is) it\\b|(?:didn't|did not|before i|couldn't|could not) (?:catch|caught|get|hear|"
                    + "make out) (?:which|who|whether|the name|what)|"
                    + "(?:not sure|no idea|can't (?:tell|say|remember|recall)|don't (?:know|remember|recall)|unsure|forgot|forget|"
                    + "cannot tell|no clue|unclear|lost track|couldn't tell) (?:of |to |exactly )?(?:which|whether it (?:was|is)|"
                    + "if it (?:was|is)|who (?:of|it was|said|called|rang))(?! (?:day|date|time|week|month|room|format|tariff|plan|"
                    + "version))|"
                    + "(?:keep|always) (?:mixing|confusing|getting) (?:them|these|those|the two|the names)|(?:mix|confuse|"
                    + "get) (?:them|these|those|the two) (?:up|confused|mixed up)|"
                    + "(?:they|both|the two)(?: of them)? (?:both )?(?:start|begin|sound|look|are called|are named|"
                    + "spell) (?:the same|alike|identical|so similar)|one of the two (?:\\w+)|the (?:lady|gent|man|woman|"
                    + "guy) or (?:the )?(?:gent|lady|woman|man|girl)|"
                    + "(?:weiss|wusste) (?:nie|nicht(?: mehr)?|gerade nicht),? (?:welche\\w*|wer|wen)|keine ahnung,? (?:welche\\w*|"
                    + "wer|wen)|(?:verwechsle|verwechsel) (?:die|sie|immer)|welche\\w* (?:der|von den) beiden|einer? (?:der|"
                    + "von den) beiden|"
                    + "(?:je )?(?:ne )?sais (?:plus|pas|jamais) (?:lequel|laquelle|qui)|(?:aucune idee|pas sure?) (?:de |"
                    + "du )?(?:lequel|laquelle|qui)|je (?:les )?confonds|(?:l'une?|lequel|laquelle) des deux|"
                    + "(?:no|nunca) (?:se|recuerdo|me acuerdo|estoy segur[oa] de) (?:cual|quien|si era)|(?:siempre )?(?:los|"
                    + "las) confundo|(?:cual|uno|una) de (?:los|las) dos|ni idea de (?:cual|quien)|"
                    + "(?:nao|nunca) (?:sei|lembro|me lembro|tenho certeza de) (?:qual|quem|se era)|(?:sempre )?(?:os|as) confundo|"
                    + "(?:qual|um|uma) (?:dos|das) dois|(?:qual|um|uma) das duas|non (?:so|ricordo) (?:mai )?(?:quale|chi)|"
                    + "weet niet (?:meer )?(?:welke|wie))");

    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:add|raise|change|set|update|put|store|save|log|open|close|mark|signed|moved?|new|now|paid|won|lost|would be|"
                    + "eintragen|trag\\w*|anlegen|note[rz]?|mets|anota\\w*|cambia\\w*|registr\\w*|atualiz\\w*|muda\\w*)\\b|\\d ?%");

    private static final Set<String> OPEN =
            Set.of("deal", "company", "contact", "issue", "project", "interaction", "feedback", "objection");

    private final Reading reading;

    WhoIsMeant(Reading reading) {
        this.reading = reading;
    }

    void ask() {
        if (reading.message.fromOutside() || reading.clarify) {
            return;
        }
        for (int i = 0; i < reading.statements.size(); i++) {
            var statement = reading.statements.get(i);
            if (statement.part.passedOn() || !statement.has(UNKNOWN)) {
                continue;
            }
            var around = reading.statements.subList(Math.max(0, i - 2), Math.min(i + 2, reading.statements.size()));
            if (around.stream().anyMatch(WhoIsMeant::news)) {
                open(around, statement);
                return;
            }
        }
    }

    private static boolean news(Statement statement) {
        return !statement.moneys.isEmpty()
                || !statement.phones.isEmpty()
                || !statement.mails.isEmpty()
                || statement.has(CHANGE) && !statement.is(Mode.QUESTION);
    }

    private void open(List<Statement> around, Statement asked) {
        var intents = new LinkedHashSet<String>();
        for (var draft : reading.drafts) {
            boolean here = around.stream()
                    .anyMatch(statement -> statement.span().start() <= draft.evidence.start()
                            && draft.evidence.start() < statement.span().end());
            if (here && OPEN.contains(draft.entity)) {
                if (!draft.withdrawn && !draft.entity.equals("interaction")) {
                    intents.add(Finish.intent(draft.operation()));
                }
                draft.withdrawn = true;
            }
        }
        reading.intents.remove("ask_question");
        reading.intents.remove("log_interaction");
        reading.answer = null;
        if (intents.isEmpty() && reading.intents.isEmpty()) {
            intents.add("update_record");
        }
        reading.intents.addAll(intents);
        reading.ask("Who or what is meant in \"" + asked.raw.strip() + "\"?", candidates(around));
    }

    private static List<KnownRecord> candidates(List<Statement> around) {
        return around.stream()
                .flatMap(statement ->
                        Stream.of(statement.companies, statement.contacts).flatMap(List::stream))
                .flatMap(mention -> mention.candidates().stream())
                .distinct()
                .limit(5)
                .toList();
    }
}
