package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What has become of an issue that is known: closed, fixed, waiting, more urgent, given to somebody. */
final class ReadIssueChanges implements Grammar {

    private static final Map<String, Pattern> STATUS = new LinkedHashMap<>();
    private static final Pattern PRIORITY = Pattern.compile(
            "\\b(?:bump|raise|set|make|change|lower|escalate|treat|mark|drop|move|prio\\w*|setz\\w*|now|is|jetzt|passe\\w*|sube|suba|auf|urgencia|dringlichkeit)\\b"
                    + "[^.;,]{0,40}?\\b(urgent|critical|high|medium|low|dringend|hoch|hohe|mittel|niedrig|urgente?|haute?|alta|media|baja|baixa|basse)\\b");
    private static final Map<String, String> PRIORITIES = Map.ofEntries(
            Map.entry("critical", "urgent"),
            Map.entry("dringend", "urgent"),
            Map.entry("urgente", "urgent"),
            Map.entry("hoch", "high"),
            Map.entry("hohe", "high"),
            Map.entry("haute", "high"),
            Map.entry("haut", "high"),
            Map.entry("alta", "high"),
            Map.entry("mittel", "medium"),
            Map.entry("media", "medium"),
            Map.entry("niedrig", "low"),
            Map.entry("baja", "low"),
            Map.entry("baixa", "low"),
            Map.entry("basse", "low"));
    private static final Lexicon MINE = Lexicon.of("mine");
    private static final Pattern TOLD_TO = Pattern.compile(
            "\\b(?:please|pls|kindly|must|bitte|por favor|merci de) (?:\\w+ )?(?:close|set|mark|change|delete|raise|lower|schliess\\w*|cerrar|fechar|fermer)\\b|^\\W*(?:close|set|mark|change|delete)\\b");
    private static final Pattern HOW = Pattern.compile(
            "\\b(?:fixed|resolved|solved|behoben|gelost|closed) (?:by|with|via|through|durch|mit|:|-|after) +(.{4,120})|"
                    + "\\b(?:resolution|root cause|losung|ursache):? +(.{4,120})|"
                    + "\\b((?:swapped|replaced|exchanged|reinstalled|rebooted|reconfigured|shipped (?:them|him|her))"
                    + "(?! (?:this|today|yesterday|last|on|by|in|at)\\b) [^.;]{3,80})|"
                    + "\\bfound it[,:] ?([^.;>]{4,80})");

    static {
        STATUS.put(
                "closed",
                Pattern.compile(
                        "\\b(?:clos(?:e|ed|ing)(?! date| on| by| in)|can be closed|mag dicht|kan dicht|kann zu|dichtmachen|can go|schliess\\w*|geschlossen|fermer|ferme|cerrar|cerrad[oa]|fechar|fechad[oa]|chiudere|chius[oa]|stangd?|sluiten|gesloten)\\b"));
        STATUS.put(
                "resolved",
                Pattern.compile(
                        "\\b(?:fixed|fix(?:ed)? it|gefixt|verholpen|opgelost|behaved|behaving|fine again|ok again|back to normal|resolved|solved|sorted(?: out)?|works? (?:again|now|fine)|working again|patched|behoben|gelost|erledigt|geklart|regle\\w*|resolu\\w*|corrige\\w*|"
                                + "resuelt[oa]|solucionad[oa]|arreglad[oa]|resolvid[oa]|corrigid[oa]|risolt[oa]|opgelost|lost|fikset)\\b"));
        STATUS.put(
                "waiting",
                Pattern.compile(
                        "\\b(?:waiting (?:for|on)|wartend|to waiting|as waiting|on hold|blocked (?:by|on)|pending (?:their|customer|info|a)|wart(?:en|et) auf|en attente|a la espera|esperando|aguardando|in attesa|wachten op|vantar)\\b"));
        STATUS.put(
                "open",
                Pattern.compile(
                        "\\b(?:re-?open\\w*|is back|happening again|came back|not (?:really )?fixed|still (?:broken|happening|there)|wieder (?:da|offen|aufgetreten)|reabrir|rouvrir)\\b"));
        STATUS.put(
                "in_progress",
                Pattern.compile(
                        "\\b(?:in progress|working on (?:it|this|that|the)|being (?:worked on|looked at)|started (?:on|working)|is on it|in arbeit|"
                                + "(?:bin|sind) dran|j'y travaille|estoy en ello|estou nisso|en cours|en curso|em andamento|in lavorazione|pagar)\\b"));
    }

    /** What a customer tells as a fact, whatever is asked for beside it. */
    private static final Pattern DONE =
            Pattern.compile("\\b(?:is|are|it's|has been|was|got|ist|sind|wurde|est|a ete|esta|fue|foi|e) (?:\\w+ ){0,2}"
                    + "(?:sorted|fixed|solved|working|behoben|gelost|erledigt|reglee?|"
                    + "resolue?|resuelt[oa]|solucionad[oa]|resolvid[oa]|corrigid[oa])\\b");

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            if (statement.company == null
                    || statement.is(Mode.QUESTION)
                    || statement.is(Mode.HEARSAY)
                    || statement.is(Mode.OFF_RECORD)
                    || statement.part.passedOn()) {
                continue;
            }
            var known = KnownIssues.of(reading, statement, statement.company);
            known.filter(_ -> !reading.message.fromOutside() || !order(statement) || statement.has(DONE))
                    .ifPresent(issue -> change(reading, statement, issue));
            if (known.isEmpty() && !reading.message.fromOutside() && statement.firm()) {
                which(reading, statement, statement.company);
            }
        }
    }

    /** It is done with, and two open issues of the account fit the words. */
    private static void which(Reading reading, Statement statement, KnownRecord company) {
        var tied = KnownIssues.tied(reading, statement, company);
        var done = java.util.stream.Stream.of("closed", "resolved")
                .flatMap(status -> statement.find(STATUS.get(status)).stream())
                .anyMatch(place -> !Clauses.denied(statement, place));
        if (!tied.isEmpty() && done && statement.has(KnownIssues.NAMED)) {
            reading.intents.add("update_record");
            reading.taken.add(statement);
            reading.ask("Which issue do you mean in \"" + statement.raw.strip() + "\"?", tied);
        }
    }

    /** Customers say what has become of an issue; what we are to do with it is ours to decide. */
    private static boolean order(Statement statement) {
        return statement.has(TOLD_TO) || Orders.in(statement);
    }

    private static void change(Reading reading, Statement statement, KnownRecord issue) {
        boolean changed = status(reading, statement, issue);
        if (!changed) {
            changed = meant(reading, statement, issue);
        }
        if (reading.message.fromOutside()) {
            taken(reading, statement, changed);
            return;
        }
        var priority = PRIORITY.matcher(statement.folded);
        if (priority.find()) {
            var word = priority.group(1);
            reading.update(issue, statement.span())
                    .set(
                            "priority",
                            PRIORITIES.getOrDefault(word, word),
                            reading.evidence(statement.span(priority)),
                            0.85);
            changed = true;
        }
        changed |= given(reading, statement, issue, changed);
        if (changed) {
            how(reading, statement, issue);
        }
        taken(reading, statement, changed);
    }

    private static boolean status(Reading reading, Statement statement, KnownRecord issue) {
        boolean changed = false;
        for (var status : STATUS.entrySet()) {
            var place = statement
                    .find(status.getValue())
                    .filter(
                            found -> (!Clauses.denied(statement, found)
                                            || status.getKey().equals("open"))
                                    && !statement
                                            .before(found, 14)
                                            .matches(
                                                    "(?s).*\\b(?:be|get|to|gets|until|once|when|if|will|can you|wird|werden) $"));
            if (place.isPresent() && !changed && !statement.is(Mode.CONDITION)) {
                reading.update(issue, statement.span())
                        .set("status", status.getKey(), reading.evidence(place.get()), 0.85);
                changed = true;
            }
        }
        return changed;
    }

    private static void taken(Reading reading, Statement statement, boolean changed) {
        if (changed) {
            reading.taken.add(statement);
            reading.settled.add(statement);
        }
    }

    /** A status told in words that no rule knows. */
    private static boolean meant(Reading reading, Statement statement, KnownRecord issue) {
        if (Troubles.in(statement, false).filter(Troubles.Trouble::sure).isPresent()) {
            return false;
        }
        var likely = ByMeaning.fact(reading, statement, "status", ByMeaning.SURE);
        likely.ifPresent(found -> reading.update(issue, statement.span())
                .set("status", found.value(), reading.evidence(statement.span()), found.probability() * 0.8));
        return likely.isPresent();
    }

    private static boolean given(Reading reading, Statement statement, KnownRecord issue, boolean changed) {
        var person = statement.people.stream()
                .filter(mention -> changed
                        || statement
                                .before(mention.span(), 26)
                                .matches(
                                        "(?s).*\\b(?:give|assign\\w*|hand|pass|move|reassign\\w*|an|to|a|para) (?:it |this |that )?(?:to |over to )?@?$")
                        || statement
                                .after(mention.span(), 24)
                                .matches("^ (?:takes?|took|is on|owns?|ubernimmt|handles?|picks?|kummert).*"))
                .findFirst();
        person.ifPresent(found -> reading.update(issue, statement.span())
                .set("assignee", found.record().name(), reading.evidence(found.span()), 0.8));
        boolean mine = person.isEmpty() && reading.message.author() != null && statement.has(MINE);
        if (mine) {
            reading.update(issue, statement.span())
                    .set("assignee", reading.message.author().name(), reading.evidence(statement.span()), 0.8);
        }
        if (!changed && !mine && person.isEmpty()) {
            return false;
        }
        statement.dates.stream()
                .filter(date -> date.date().isAfter(reading.message.day())
                        && !ReadIssues.SINCE
                                .matcher(statement.before(date.span(), 16))
                                .matches())
                .findFirst()
                .ifPresent(date -> reading.update(issue, statement.span())
                        .set("due_date", date.date().toString(), reading.evidence(date.span()), 0.8));
        return true;
    }

    private static void how(Reading reading, Statement statement, KnownRecord issue) {
        var how = HOW.matcher(statement.folded);
        if (how.find()) {
            int group = 1;
            while (how.group(group) == null) {
                group++;
            }
            var place = new dev.windrose.llm.language.Span(
                    how.start(group) + statement.span().start(),
                    how.end(group) + statement.span().start());
            reading.update(issue, statement.span())
                    .set("resolution", place.of(reading.text()).strip(), reading.evidence(place), 0.75);
        }
    }
}
